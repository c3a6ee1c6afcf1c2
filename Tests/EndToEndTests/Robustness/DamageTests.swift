import Foundation
import GRDB
import Testing

@testable import AttuneStore

/// A flipped bit, an edited, swapped, lost or added row, a file cut short: all of it shows.
@Suite(.serialized) struct DamageTests {
  @Test func everyDamageShows() throws {
    let count = Trial.count(220, long: 2_200)
    let scratch = try ScratchFolder(inMemory: true)
    let path = scratch.path("answers.sqlite")
    let store = try ResponseStore(path: path)
    try Sample.fill(store, people: 6, questions: 12)
    try store.count(.withdrawn)
    try store.close()
    let whole = try Data(contentsOf: URL(filePath: path))
    let content = try Sample.content(path)
    let copy = scratch.path("copy.sqlite")
    var generator = Seeded(22)
    var silent: [String] = []
    var harmless = 0
    for number in 0..<count {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: copy + suffix)
      }
      let what: String
      switch number % 4 {
      case 0, 1:
        var bytes = whole
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        try bytes.write(to: URL(filePath: copy))
        what = "bit at \(place)"
      case 2:
        let length = Int.random(in: 1..<whole.count, using: &generator)
        try whole.prefix(length).write(to: URL(filePath: copy))
        what = "cut to \(length)"
      default:
        try whole.write(to: URL(filePath: copy))
        what = try edit(copy, number / 4, using: &generator)
      }
      do {
        let found = try Sample.content(copy)
        _ = try ResponseStore(path: copy).review()
        // A bit that carries nothing: in the free room of a page, or a number only of SQLite's own.
        if found == content { harmless += 1 } else { silent.append(what) }
        if number % 4 > 1 { silent.append("\(what) was not found") }
      } catch is StoreError {}
    }
    Trial.report(
      "damage: flips, cuts and edits that change an answer and do not show",
      failures: silent.count, of: count,
      "\(harmless) flips hit a byte that carries nothing")
    #expect(silent.isEmpty, "\(silent.prefix(8))")
  }

  /// An edit by another program, which first takes the triggers away.
  private func edit(
    _ path: String, _ number: Int, using generator: inout Seeded
  ) throws -> String {
    let person = Int.random(in: 1...6, using: &generator)
    let entry = Int.random(in: 2...12, using: &generator)
    let edits = [
      "UPDATE entry SET event = replace(event, 'private', 'another') WHERE session = \(person) AND sequence = \(entry)",
      "DELETE FROM entry WHERE session = \(person) AND sequence = 13",
      "DELETE FROM entry WHERE session = \(person) AND sequence = \(entry)",
      "DELETE FROM session WHERE id = \(person)",
      "UPDATE session SET start = replace(replace(start, 'north', 'south'), 'south\"}', 'south\"}') || ' ' WHERE id = \(person)",
      "UPDATE session SET state = 'kept' WHERE id = \(person)",
      "UPDATE session SET startedOn = '2026-11-2\(person)' WHERE id = \(person)",
      "UPDATE entry SET session = session + 100 WHERE session IN (\(person), \(person % 6 + 1))",
      "UPDATE instrument SET text = text || '.'",
      "UPDATE tally SET count = count + \(entry)",
      "INSERT INTO tally VALUES ('purged', 3)",
      "UPDATE store SET salt = replace(salt, substr(salt, \(entry), 1), 'f') || 'f'",
      """
      UPDATE entry SET event = (SELECT event FROM entry AS other WHERE other.session = \(person % 6 + 1)
      AND other.sequence = \(entry)) WHERE session = \(person) AND sequence = \(entry)
      """,
    ]
    let sql = edits[number % edits.count]
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      for name in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      { try db.execute(sql: "DROP TRIGGER \(name)") }
      try db.execute(sql: sql)
    }
    try queue.close()
    return sql
  }
}
