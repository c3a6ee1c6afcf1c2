import AttuneDigest
import Foundation
import GRDB

/// One number over every row of a store, so that a row that was changed, moved, added or lost from
/// outside shows, the last ones of a journal and whole sessions too.
///
///     seal = SHA-256(salt) xor SHA-256(row 1) xor SHA-256(row 2) ...
///
/// Triggers keep it, row by row; a program without the function `sealed` cannot write at all. It
/// shows damage and careless editing. Someone who means to deceive and knows this could seal anew.
enum StoreSeal {
  /// What is sealed: each table's columns, in order.
  ///
  /// A migration that adds one makes triggers anew.
  static let tables: [(name: String, columns: [String])] = [
    ("instrument", ["fingerprint", "name", "version", "meaning", "text"]),
    (
      "session",
      [
        "id", "codeFingerprint", "instrument", "start", "isPractice", "startedOn", "changedOn",
        "state", "begunAt", "finishedAt", "cameBack",
      ]
    ),
    ("entry", ["session", "sequence", "event", "fingerprint"]),
    ("tally", ["what", "count"]),
  ]

  /// `sealed(seal, table, values...)`: the seal with a row added to it, or taken from it.
  static let function = DatabaseFunction("sealed", pure: true) { values in
    guard let seal = values.first.flatMap(String.fromDatabaseValue) else { return nil }
    return exclusiveOr(seal, digest(values.dropFirst()))
  }

  /// The triggers that keep the seal.
  static var triggers: String {
    tables.flatMap { name, columns in
      let old = row(name, columns, "OLD")
      let new = row(name, columns, "NEW")
      return [
        ("INSERT", "sealed(seal, \(new))"), ("DELETE", "sealed(seal, \(old))"),
        ("UPDATE", "sealed(sealed(seal, \(old)), \(new))"),
      ].map { event, seal in
        """
        CREATE TRIGGER \(name)IsSealedAfter\(event.capitalized) AFTER \(event) ON \(name)
        BEGIN UPDATE store SET seal = \(seal); END;
        """
      }
    }.joined(separator: "\n")
  }

  private static func row(_ table: String, _ columns: [String], _ version: String) -> String {
    "'\(table)', " + columns.map { "\(version).\($0)" }.joined(separator: ", ")
  }

  /// The seal that the rows should have.
  static func total(salt: String, in db: Database) throws -> String {
    var seal = Fingerprint(of: Data(salt.utf8)).description
    for (name, columns) in tables {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT '\(name)', \(columns.joined(separator: ", ")) FROM \(name)")
      while let row = try rows.next() {
        seal = exclusiveOr(seal, digest(Array(row.databaseValues)))
      }
    }
    return seal
  }

  /// Whether every row is as it was written.
  static func isWhole(in db: Database) throws -> Bool {
    guard let row = try Row.fetchOne(db, sql: "SELECT salt, seal FROM store"),
      let salt = String.fromDatabaseValue(row["salt"]),
      let seal = String.fromDatabaseValue(row["seal"])
    else { return false }
    return seal == (try total(salt: salt, in: db))
  }

  /// Every value with its kind and its length, so that no two rows read alike.
  private static func digest(_ values: some Collection<DatabaseValue>) -> String {
    var bytes = Data()
    for value in values {
      let (kind, content): (String, Data) =
        switch value.storage {
        case .null: ("n", Data())
        case .int64(let integer): ("i", Data("\(integer)".utf8))
        case .double(let double): ("d", Data("\(double.bitPattern)".utf8))
        case .string(let string): ("s", Data(string.utf8))
        case .blob(let blob): ("b", blob)
        }
      bytes += Data("\(kind)\(content.count):".utf8) + content
    }
    return Fingerprint(of: bytes).description
  }

  /// Of two numbers as hexadecimal digits; a digit that is none counts as 0.
  private static func exclusiveOr(_ left: String, _ right: String) -> String {
    func value(_ digit: UInt8) -> UInt8 {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: 0
      }
    }
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    var digits: [UInt8] = []
    digits.reserveCapacity(left.utf8.count)
    for (left, right) in zip(left.utf8, right.utf8) {
      digits.append(digit(value(left) ^ value(right)))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
