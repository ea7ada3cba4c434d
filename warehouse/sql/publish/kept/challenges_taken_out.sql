-- The words of challenges leave a table whose other words stay: they come and go by date. {table} is filled in.
DELETE FROM published.{table} WHERE section = 'challenges'
