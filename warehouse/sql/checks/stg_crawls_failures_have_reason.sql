-- Warning, on stg_crawls: no crawl failed without a word: whatever did not answer in full says why.
SELECT source_id, outcome, crawled_at
FROM stg_crawls
WHERE outcome NOT IN ('complete', 'unchanged', 'empty', 'not_found') AND reason IS NULL
