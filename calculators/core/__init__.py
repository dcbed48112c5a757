"""What every calculator is made of, in rooms; each may import those before it.

- ``arithmetic``: what rules do with amounts and hours; ``resources``: TOML beside the code
- ``text``: sentences by language, and figures written out
- ``rules``: dated rules and their sources
- ``answers``: the shapes of an answer, and of its wording
- ``inputs``: fields, and how what was typed is read; ``outcome``: what a calculation finds
- ``order_files``: what a calculator says of files; ``definition``: one calculator, loaded
- ``composition``: a calculator that rests on others, which never import each other
- ``output``: an answer as people read it
- ``evaluation``: from typed texts to an answer
- ``chart``, ``table``: many answers, drawn or written into a file of orders

Nothing here knows a single calculator, the browser, MkDocs or the time of day.
"""
