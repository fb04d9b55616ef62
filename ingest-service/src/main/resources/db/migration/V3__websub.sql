CREATE TABLE websub_subscription (
  id              uuid PRIMARY KEY,
  feed_id         uuid REFERENCES feed ON DELETE SET NULL,
  hub             text NOT NULL,
  topic           text NOT NULL,
  secret          text NOT NULL,
  state           text NOT NULL CHECK (state IN ('PENDING', 'ACTIVE', 'DENIED', 'ENDING')),
  asked_at        timestamptz,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  verified_at     timestamptz,
  lease_until     timestamptz,
  last_push_at    timestamptz,
  quiet_since     timestamptz,
  reason          text
);

CREATE UNIQUE INDEX websub_subscription_of_feed ON websub_subscription (feed_id) WHERE state <> 'ENDING';
CREATE INDEX websub_subscription_due ON websub_subscription (next_attempt_at);

COMMENT ON COLUMN websub_subscription.id IS 'the unguessable part of the callback address';
COMMENT ON COLUMN websub_subscription.asked_at IS 'when the hub was last asked for what the state calls for; null where it was not';
COMMENT ON COLUMN websub_subscription.attempts IS 'requests in a row that the hub did not verify';
COMMENT ON COLUMN websub_subscription.quiet_since IS 'since when the hub has kept back what polling found';

CREATE TABLE websub_push (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  feed_id      uuid NOT NULL REFERENCES feed ON DELETE CASCADE,
  received_at  timestamptz NOT NULL,
  due_at       timestamptz NOT NULL,
  content_type text NOT NULL,
  body         bytea NOT NULL
);

CREATE INDEX websub_push_of_feed ON websub_push (feed_id, id);

COMMENT ON TABLE websub_push IS 'bodies that hubs sent and that are still to be read';
