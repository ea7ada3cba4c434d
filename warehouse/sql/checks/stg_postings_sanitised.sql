-- Blocking, on stg_postings: a description holds harmless tags only: no script, no handler, no strange scheme.
-- What sanitising leaves is taken away by an exact grammar; where a tag is left over, it was not sanitised.
SELECT source_id, identifier, regexp_extract(left_over, '<[a-zA-Z/!?][^>]{0,80}') AS tag
FROM (
  SELECT
    source_id,
    identifier,
    regexp_replace(
      description_html,
      '</?(a|p|div|section|article|header|footer|aside|main|address|figure|figcaption|details|summary'
      || '|blockquote|pre|h[1-6]|ul|ol|dl|dt|dd|table|tr|br|hr|caption|b'
      || '|strong|i|em|u|s|small|sub|sup|code|li|thead|tbody|tfoot|td|th)'
      || '( (href="(https?:|mailto:|tel:)[^"]*"|rel="[a-z ]*"|(col|row)span="[^"]*"))*>',
      '',
      'gi'
    ) AS left_over
  FROM stg_postings
  WHERE description_html IS NOT NULL
)
WHERE regexp_matches(left_over, '<[a-zA-Z/!?]')
