ALTER TABLE article
  ADD page_text boolean NOT NULL DEFAULT true;

COMMENT ON COLUMN article.page_text IS 'whether its page gave the text; true, too, where that was not noted';
COMMENT ON COLUMN item.page_tries IS 'how often its page failed in passing; 0 where it is not owed, -1 where it was put off before it was asked for';

CREATE FUNCTION wire_near(
  bands integer[], per_band integer, candidates integer, since timestamptz, but_article text)
RETURNS TABLE (ref bigint, wire_group text, hashes integer[], figures integer[])
LANGUAGE sql STABLE AS $$
  SELECT text.ref, text.wire_group, text.hashes, text.figures
  FROM (
    SELECT found.ref, count(*) AS shared
    FROM unnest(bands) AS wanted (hash)
    CROSS JOIN LATERAL (
      SELECT band.ref FROM ingest.wire_band band
      WHERE band.hash = wanted.hash ORDER BY band.ref DESC LIMIT per_band
    ) found
    GROUP BY found.ref ORDER BY shared DESC, found.ref LIMIT candidates
  ) near
  JOIN ingest.wire_text text ON text.ref = near.ref
  WHERE text.seen_at > since AND text.article_id <> but_article
  ORDER BY text.ref
$$;

COMMENT ON FUNCTION wire_near IS 'the texts that share most bands with one, the earliest first';

-- One call where nothing is near, which is the rule; two where there are texts to compare.
CREATE FUNCTION wire_join(
  article text, own_hashes integer[], own_figures integer[], band_count integer,
  proposed text, judged bigint[], judged_groups text[],
  per_band integer, candidates integer, since timestamptz, joined_at timestamptz)
RETURNS TABLE (joined text, ref bigint, wire_group text, hashes integer[], figures integer[])
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  bands integer[] := own_hashes[1:band_count];
  own ingest.wire_text;
  chosen text := proposed;
BEGIN
  -- ascending, so that no two wait for each other
  PERFORM pg_advisory_xact_lock(2003399269, band.hash) FROM unnest(bands) AS band (hash);
  -- the text before its bands, as the sweep has it
  SELECT * INTO own FROM ingest.wire_text text WHERE text.article_id = article FOR UPDATE;
  IF own.wire_group <> article OR EXISTS (
      SELECT FROM ingest.wire_text other
      WHERE other.wire_group = own.article_id AND other.article_id <> article) THEN
    chosen := own.wire_group;
  ELSE
    RETURN QUERY
      SELECT NULL::text, near.ref, near.wire_group, near.hashes, near.figures
      FROM ingest.wire_near(bands, per_band, candidates, since, article) near
      WHERE NOT EXISTS (
        SELECT FROM unnest(judged, judged_groups) AS known (ref, wire_group)
        WHERE known.ref = near.ref AND known.wire_group = near.wire_group);
    IF FOUND THEN
      RETURN;
    END IF;
  END IF;
  DELETE FROM ingest.wire_band band
  WHERE band.ref = own.ref AND band.hash = ANY (own.hashes[1:band_count]);
  WITH kept AS (
    INSERT INTO ingest.wire_text (article_id, wire_group, seen_at, hashes, figures)
    VALUES (article, chosen, joined_at, own_hashes, own_figures)
    ON CONFLICT (article_id) DO UPDATE SET wire_group = EXCLUDED.wire_group,
      hashes = EXCLUDED.hashes, figures = EXCLUDED.figures
    RETURNING wire_text.ref)
  INSERT INTO ingest.wire_band (hash, ref)
  SELECT band.hash, kept.ref FROM kept CROSS JOIN unnest(bands) AS band (hash)
  ON CONFLICT DO NOTHING;
  joined := chosen;
  RETURN NEXT;
END $$;

COMMENT ON FUNCTION wire_join IS 'takes an article into the proposed group, unless it has one, or there are texts near it that were not judged: it gives those, then, and takes nothing in';

CREATE UNLOGGED TABLE article_reservation (
  article_id     text PRIMARY KEY,
  feed_id        uuid NOT NULL,
  reserved_until timestamptz NOT NULL
);

COMMENT ON TABLE article_reservation IS 'articles that a feed is about to publish first; unlogged, as none outlives its minute';

CREATE FUNCTION reserve_article(
  wanted text, for_feed uuid, asked_at timestamptz, until_then timestamptz) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ingest.article_reservation AS held (article_id, feed_id, reserved_until)
  VALUES (wanted, for_feed, until_then)
  ON CONFLICT (article_id) DO UPDATE
    SET feed_id = EXCLUDED.feed_id, reserved_until = EXCLUDED.reserved_until
    WHERE held.feed_id = EXCLUDED.feed_id OR held.reserved_until < asked_at;
  IF NOT FOUND THEN
    RETURN 'ELSEWHERE';
  END IF;
  -- whoever stores an article gives up its reservation with that: so look only now
  IF EXISTS (SELECT FROM ingest.article WHERE id = wanted) THEN
    DELETE FROM ingest.article_reservation WHERE article_id = wanted;
    RETURN 'STORED';
  END IF;
  RETURN 'HERE';
END $$;

COMMENT ON FUNCTION reserve_article IS 'who may publish an article first: of feeds that carry it at once, one';

CREATE INDEX item_age ON item (seen_at);

COMMENT ON COLUMN item.seen_at IS 'when it was taken in, or was noted as still in its feed';
