-- Signals as they came; an incident is worked out from those of its pair.
create table alert.signal (
    id          text primary key,
    pair        text        not null,
    article_id  text        not null,
    revision    integer     not null,
    received_at timestamptz not null,
    body        jsonb       not null
);
create index signal_pair on alert.signal (pair);
create index signal_article on alert.signal (article_id);
create index signal_received on alert.signal (received_at desc, id desc);

create table alert.incident (
    id          text primary key,
    pair        text        not null,
    level       integer     not null,
    opened_at   timestamptz not null,
    updated_at  timestamptz not null,
    last_report date        not null,
    merged_into text references alert.incident (id) deferrable initially deferred,
    body        jsonb       not null
);
create index incident_pair on alert.incident (pair);
create index incident_opened on alert.incident (opened_at desc, id desc);

create table alert.channel (
    id         text primary key,
    name       text        not null unique,
    created_at timestamptz not null,
    settings   jsonb       not null
);

create table alert.route (
    id       text primary key,
    name     text    not null unique,
    position integer not null,
    body     jsonb   not null
);

-- What was told of an incident; a delivery is one notification on one channel.
create table alert.notification (
    id          text primary key,
    incident_id text        not null references alert.incident (id),
    measure_id  text        not null,
    kind        text        not null,
    created_at  timestamptz not null,
    seen_at     timestamptz not null,
    body        jsonb       not null
);
create index notification_incident on alert.notification (incident_id);
create index notification_measure on alert.notification (measure_id);
create index notification_created on alert.notification (created_at desc, id desc);

-- The outbox of every channel. A channel may be deleted: its deliveries remain as a record.
create table alert.delivery (
    id              text primary key,
    sequence        bigint generated always as identity unique,
    notification_id text        not null references alert.notification (id),
    incident_id     text        not null,
    channel_id      text        not null,
    channel_name    text        not null,
    state           text        not null,
    attempts        integer     not null,
    attempts_before integer     not null,
    due_at          timestamptz not null,
    claimed_until   timestamptz,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    cause           text,
    unique (notification_id, channel_id)
);
create index delivery_due on alert.delivery (channel_id, due_at) where state = 'PENDING';
create index delivery_order on alert.delivery (incident_id, channel_id, sequence) where state = 'PENDING';
create index delivery_created on alert.delivery (created_at desc, id desc);

create table alert.attempt (
    id              bigint generated always as identity primary key,
    delivery_id     text        not null references alert.delivery (id),
    number          integer     not null,
    started_at      timestamptz not null,
    duration_millis bigint      not null,
    outcome         text        not null,
    status          integer,
    note            text        not null,
    unique (delivery_id, number)
);

-- Records of the signals topic that could not be handled.
create table alert.dead_letter (
    id          text primary key,
    key         text        not null,
    body        bytea       not null,
    headers     jsonb       not null,
    reason      text        not null,
    arrived_at  timestamptz not null,
    replayed_at timestamptz
);
create index dead_letter_arrived on alert.dead_letter (arrived_at desc, id desc);
