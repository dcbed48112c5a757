"""Workbooks (.xlsx): their sheets as rows of texts, exact where a spreadsheet would round.

Read with the standard library's zip and XML readers: what the calculators want of a workbook are
the values of its cells, and all of their digits. Of the libraries, openpyxl knows no strict files,
takes up to four times as long and fifteen times the bytes; xlsx2csv rounds amounts as they are
shown, leaves hidden rows out and reads Chinese days and ``date1904="0"`` wrongly; python-calamine
needs a compiled part. The tests hold this reader against what three libraries write and read.

A page loads this package when a workbook is opened, and not before (see macros/bundle).
"""
