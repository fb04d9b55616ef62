COMMENT ON COLUMN item.page_tries IS 'how often its page failed in passing; 0 where it is not owed, -1 where it was put off before it was asked for';
