ALTER TABLE article
  ADD page_text boolean NOT NULL DEFAULT true;

COMMENT ON COLUMN article.page_text IS 'whether its page gave the text; true, too, where that was not noted';
COMMENT ON COLUMN item.page_tries IS 'how often its page failed in passing; 0 where it is not owed, -1 where it was put off before it was asked for';
