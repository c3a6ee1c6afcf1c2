import AttuneInstrument
import AttuneSession
import Foundation
import GRDB
import Testing

@testable import AttuneStore

/// The minutes at which people began and finished: kept when, and only when, the instrument says so.
@Suite final class TimesTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "attune-times-\(UUID())")
  private var path: String { folder.path() + "/answers.sqlite" }
  private let code = PersonCode(typed: "acorn river lamp")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func instrument(_ times: TimesKept?) -> Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    instrument.timesKept = times
    return instrument
  }

  private func begin(_ store: ResponseStore, _ times: TimesKept?) throws -> ResponseStore.Writing {
    try store.begin(
      with: [.replied(statement: "taking_part", agrees: true)], code: code,
      instrument: instrument(times), text: "", start: SessionStart(), isPractice: false,
      on: "2026-11-24", at: "2026-11-24T12:34+00:00")
  }

  @Test func areKeptWhereTheInstrumentSaysSo() throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store, .minute)
    #expect(try store.session(of: code)?.times == SessionTimes(begun: "2026-11-24T12:34+00:00"))
    try store.mark(writing, as: .finished, on: "2026-11-24", at: "2026-11-24T12:51+00:00")
    #expect(try store.session(of: code)?.times?.minutes == 17)
  }

  @Test(arguments: [nil, TimesKept.day]) func areInNoFileOtherwise(times: TimesKept?) throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store, times)
    try store.mark(writing, as: .finished, on: "2026-11-24", at: "2026-11-24T12:51+00:00")
    #expect(try store.session(of: code)?.times == nil)
    try store.close()
    let bytes = try FileManager.default.contentsOfDirectory(atPath: folder.path()).map {
      String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: Unicode.ASCII.self)
    }.joined()
    #expect(bytes.contains("2026-11-24"))
    #expect(!bytes.contains("T12:34") && !bytes.contains("T12:51"))
  }

  @Test func areNoLengthForWhoCameBack() throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store, .minute)
    try store.mark(writing, as: .paused, on: "2026-11-24", at: "2026-11-24T12:40+00:00")
    #expect(try store.session(of: code)?.times?.finished == nil)
    try store.mark(writing, as: .open, on: "2026-11-26")
    try store.mark(writing, as: .finished, on: "2026-11-26", at: "2026-11-26T09:00+00:00")
    let times = try #require(try store.session(of: code)?.times)
    #expect(times.finished == "2026-11-26T09:00+00:00")
    #expect(!times.isOneSitting)
    #expect(times.minutes == nil)
  }

  /// A store of the first schema, with a person in it, as the release before times wrote it.
  @Test func anOlderStoreOpensAndKeepsEverything() throws {
    let queue = try DatabaseQueue(path: path)
    try StoreSchema.migrator.migrate(queue, upTo: "keep sessions in an append-only journal")
    try queue.write { db in
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == 1)
      let meaning = try instrument(nil).meaning()
      try db.execute(
        sql: """
          INSERT INTO store VALUES ('salt');
          INSERT INTO instrument VALUES ('f', 'i', '1', ?, 'text');
          INSERT INTO session VALUES
            (7, 'c', 'f', '{"details":{},"isHelpGiven":false}', 0, '2026-11-01', '2026-11-02',
             'finished')
          """, arguments: [meaning])
    }
    try queue.close()
    let store = try ResponseStore(path: path)
    let kept = try #require(try store.sessions().first)
    #expect(kept.id == 7)
    #expect(kept.state == .finished)
    #expect(kept.changedOn == "2026-11-02")
    #expect(kept.times == nil)
    #expect(try store.instrument("f") == instrument(nil))
    try store.close()
    #expect(try StoreHeader(path: path)?.userVersion == StoreSchema.version)
    _ = try begin(ResponseStore(path: path), .minute)
  }
}
