import AttuneDigest
import Foundation
import GRDB

/// Keeps a study's sessions in one SQLite file: an append-only journal of what happened.
///
/// When `append` returns, the event is on the disk: write-ahead logging with `synchronous=FULL`,
/// checked on the live connection at every opening. Each entry carries a fingerprint over itself
/// and the one before it, so that a changed, moved or missing one shows.
public final class ResponseStore: Sendable {
  /// A session that is being written.
  public struct Writing: Sendable, Hashable {
    public let id: Int64

    public init(id: Int64) { self.id = id }
  }

  public let path: String
  let queue: DatabaseQueue
  let lock: FileLock

  /// Opens the store at `path`, and makes it where there is none.
  ///
  /// One process writes at a time; `whenWaiting` is told when this one has waited for two seconds.
  ///
  /// - Throws: `StoreError`, with not a byte changed, for a file that is not a store or is newer.
  public init(
    path: String, whenWaiting: @escaping @Sendable () -> Void = {}
  ) throws(StoreError) {
    if let header = try StoreHeader(path: path) {
      guard header.applicationID == StoreSchema.applicationID || Self.isBarelyBegun(path) else {
        throw .notAStore(path: path)
      }
      guard header.userVersion <= StoreSchema.version else {
        throw .newer(path: path, version: header.userVersion, known: StoreSchema.version)
      }
    }
    self.path = path
    lock = try FileLock(besides: path, whenWaiting: whenWaiting)
    do {
      let lock = lock
      queue = try lock.hold {
        try Self.make(path)
        return try Self.open(path)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw Self.isDamage(error)
        ? .changedOutside(path: path) : .cannotOpen(path: path, reason: Self.reason(error))
    }
  }

  /// Makes a store whole under another name first, so that a power cut leaves it whole or not there.
  private static func make(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let unfinished = path + ".new"
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: unfinished + suffix)
    }
    // Closing writes everything back into the one file, and syncs it.
    try open(unfinished).close()
    guard rename(unfinished, path) == 0 else {
      throw StoreError.cannotOpen(
        path: path, reason: String(cString: strerror(errno)).lowercased())
    }
    let folder = Foundation.open(URL(filePath: path).deletingLastPathComponent().path(), O_RDONLY)
    guard folder >= 0 else { return }
    defer { Foundation.close(folder) }
    _ = fsync(folder)
  }

  /// Whether the file is one of ours that was cut off before its tables reached it.
  private static func isBarelyBegun(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    let isOurs = try? DatabaseQueue(path: path, configuration: configuration).read { db in
      try Int.fetchOne(db, sql: "PRAGMA application_id") == StoreSchema.applicationID
        || Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
    }
    return isOurs ?? false
  }

  /// What every connection needs, whatever it is for.
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      db.add(function: StoreSeal.function)
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    return configuration
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // GRDB sets NORMAL when it activates the write-ahead log, after `prepareDatabase`.
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      let level = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
      guard level == 2 else { throw StoreError.notDurable(synchronous: level) }
    }
    try StoreSchema.migrator.migrate(queue)
    try queue.write { db in
      guard try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM store") == 0 else { return }
      let salt = Fingerprint(of: Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }))
        .description
      try db.execute(
        sql: "INSERT INTO store (salt, seal) VALUES (?, ?)",
        arguments: [salt, StoreSeal.total(salt: salt, in: db)])
    }
    // Brings what names the file's kind and version from the log into its header. Without waiting:
    // somebody who reads the store for long must keep nobody from answering.
    _ = try queue.writeWithoutTransaction { try $0.checkpoint(.passive) }
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: path + suffix)
    }
    return queue
  }

  /// Writes everything back into the one file and lets go of it.
  public func close() throws(StoreError) {
    try writing { _ in }
    do { try lock.hold { try queue.close() } } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotWrite(reason: Self.reason(error))
    }
  }
}

// MARK: Access

extension ResponseStore {
  /// What SQLite promises on the live connection: the log it keeps, whether it waits for the disk
  /// at each commit, and whether what is deleted is overwritten.
  public struct Promises: Sendable, Hashable {
    public let journalMode: String
    /// 2 is FULL.
    public let synchronous: Int
    public let overwritesDeleted: Bool

    public var areKept: Bool { journalMode == "wal" && synchronous >= 2 && overwritesDeleted }
  }

  public func promises() throws(StoreError) -> Promises {
    try reading { db in
      Promises(
        journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
        synchronous: try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1,
        overwritesDeleted: try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1)
    }
  }
}

extension ResponseStore {
  func reading<Result: Sendable>(
    _ work: @Sendable (Database) throws -> Result
  ) throws(StoreError) -> Result {
    do { return try queue.read(work) } catch let error as StoreError { throw error } catch {
      throw Self.isDamage(error)
        ? .changedOutside(path: path) : .cannotOpen(path: path, reason: Self.reason(error))
    }
  }

  func writing<Result: Sendable>(
    _ work: @Sendable (Database) throws -> Result
  ) throws(StoreError) -> Result {
    do { return try lock.hold { try queue.write(work) } } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotWrite(reason: Self.reason(error))
    }
  }

  /// Whether SQLite found the file itself broken.
  static func isDamage(_ error: any Error) -> Bool {
    guard let code = (error as? DatabaseError)?.resultCode else { return false }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_MISMATCH, .SQLITE_SCHEMA].contains(code)
  }

  /// A database's own words, without the values that it was given.
  static func reason(_ error: any Error) -> String {
    switch error {
    case let error as DatabaseError where error.resultCode == .SQLITE_FULL: "the disk is full"
    case let error as DatabaseError where error.resultCode == .SQLITE_READONLY:
      "the folder can only be read"
    case let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN:
      "the file or its folder cannot be opened or made"
    case let error as DatabaseError where error.resultCode == .SQLITE_IOERR:
      "the disk could not be read or written"
    case let error as DatabaseError: error.message ?? "\(error.resultCode)"
    default: "\(type(of: error))"
    }
  }
}
