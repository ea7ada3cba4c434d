-- Grain: one word a reader asks for, taken apart as the published words are. Key: none.
SELECT unnest(regexp_extract_all(lower(strip_accents($text)), '[\p{L}\p{N}]+[+#]*')) AS word
