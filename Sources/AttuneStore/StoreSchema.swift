import GRDB

/// The tables of a store and how they came to be; migrations only run forward.
enum StoreSchema {
  /// Written to the file's header, so that a newer store is recognised before it is opened.
  static let version = 3
  /// `ATUN`, in the file's header.
  static let applicationID = 0x4154_554E

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("keep sessions in an append-only journal") { db in
      try db.execute(
        sql: """
          CREATE TABLE store (salt TEXT NOT NULL) STRICT;

          -- The instrument as it was asked: its meaning's fingerprint, the meaning, and the text.
          CREATE TABLE instrument (
            fingerprint TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            version TEXT NOT NULL,
            meaning BLOB NOT NULL,
            text TEXT NOT NULL
          ) STRICT;

          -- One person's walk. The code is kept as a salted fingerprint only.
          CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            codeFingerprint TEXT NOT NULL UNIQUE,
            instrument TEXT NOT NULL REFERENCES instrument,
            start TEXT NOT NULL,
            isPractice INTEGER NOT NULL CHECK (isPractice IN (0, 1)),
            startedOn TEXT NOT NULL,
            changedOn TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'paused', 'setAside', 'kept', 'finished'))
          ) STRICT;

          -- The journal. Each entry names the one before it.
          CREATE TABLE entry (
            session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            event TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            PRIMARY KEY (session, sequence)
          ) STRICT;
          CREATE TRIGGER entryIsNeverChanged BEFORE UPDATE ON entry
          BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;

          -- Answers that people deleted leave only a count.
          CREATE TABLE tally (what TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;

          PRAGMA application_id = \(applicationID);
          PRAGMA user_version = 1;
          """)
    }
    migrator.registerMigration("keep minutes where the instrument says so") { db in
      try db.execute(
        sql: """
          -- Empty for every instrument that keeps days only.
          ALTER TABLE session ADD COLUMN begunAt TEXT;
          ALTER TABLE session ADD COLUMN finishedAt TEXT;
          -- Whether the person left in between, so that the two times do not say how long it took.
          ALTER TABLE session ADD COLUMN cameBack INTEGER NOT NULL DEFAULT 0;

          PRAGMA user_version = 2;
          """)
    }
    migrator.registerMigration("seal every row") { db in
      try db.execute(
        sql: """
          -- One number over every row; see `StoreSeal`.
          ALTER TABLE store ADD COLUMN seal TEXT NOT NULL DEFAULT '';
          \(StoreSeal.triggers)

          PRAGMA user_version = 3;
          """)
      guard let salt = try String.fetchOne(db, sql: "SELECT salt FROM store") else { return }
      try db.execute(
        sql: "UPDATE store SET seal = ?", arguments: [StoreSeal.total(salt: salt, in: db)])
    }
    return migrator
  }
}
