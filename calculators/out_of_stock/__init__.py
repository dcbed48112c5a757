"""Out-of-stock compensation (缺货赔付)."""
