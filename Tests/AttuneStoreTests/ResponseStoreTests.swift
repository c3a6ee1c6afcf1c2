import AttuneInstrument
import AttuneSession
import Foundation
import GRDB
import Testing

@testable import AttuneStore

@Suite final class ResponseStoreTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "attune-store-\(UUID())")
  private var path: String { folder.path() + "/answers.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private let instrument = Instrument(
    name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
    licence: "CC BY 4.0", consent: Consent(), support: Support())
  private let agreed = Event.replied(statement: "taking_part", agrees: true)
  private let secret = Event.answered(item: "q", .value(.text("a-very-private-sentence")))
  private let code = PersonCode(typed: "Acorn, river  LAMP!")

  private func begin(_ store: ResponseStore, code: PersonCode? = nil) throws
    -> ResponseStore.Writing
  {
    try store.begin(
      with: [agreed], code: code ?? self.code, instrument: instrument, text: "instrument i: I\n",
      start: SessionStart(details: ["site": "north"]), isPractice: false, on: "2026-11-22")
  }

  /// SQLite, "PRAGMA synchronous": 2 is FULL; in WAL mode, less can lose a commit in a power cut.
  @Test func promisesToSurviveAPowerCut() throws {
    #expect(try ResponseStore(path: path).synchronousLevel() == 2)
    #expect(try ResponseStore(path: path).synchronousLevel() == 2)
  }

  @Test func givesBackWhatWasKeptToWhoeverHasTheCode() throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store)
    try store.append([secret], to: writing)
    try store.mark(writing, as: .paused, on: "2026-11-23")
    try store.close()

    let again = try ResponseStore(path: path)
    let kept = try #require(try again.session(of: PersonCode(typed: "acorn river lamp")))
    #expect(kept.events == [agreed, secret])
    #expect(kept.start.details == ["site": "north"])
    #expect(kept.state == .paused)
    #expect(kept.startedOn == "2026-11-22")
    #expect(kept.changedOn == "2026-11-23")
    #expect(try again.instrument(kept.instrument) == instrument)
    #expect(try again.session(of: PersonCode(typed: "acorn river")) == nil)
  }

  @Test func keepsTheWordsOfTheTranslationThatWasShown() throws {
    let store = try ResponseStore(path: path)
    var welsh = instrument
    welsh.title = "Fi"
    welsh.language = "cy"
    _ = try store.begin(
      with: [agreed], code: code, instrument: instrument, text: "instrument i: I\n",
      translated: (welsh, "translation of i\n"), start: SessionStart(), isPractice: false,
      on: "2026-11-22")
    let kept = try #require(try store.session(of: code))
    #expect(try store.instrument(kept.instrument) == instrument, "answers belong to the original")
    let translation = try #require(kept.start.translation)
    #expect(try store.instrument(translation) == welsh)
    _ = try begin(store, code: PersonCode(typed: "bay bay bay"))
    #expect(try store.sessions().map { $0.start.translation != nil } == [true, false])
  }

  @Test func readsASessionThatBeganBeforeTranslations() throws {
    let text = #"{"details":{"site":"north"},"isHelpGiven":false}"#
    let start = try JSONDecoder().decode(SessionStart.self, from: Data(text.utf8))
    #expect(start == SessionStart(details: ["site": "north"]))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(start), as: UTF8.self) == text)
  }

  @Test func keepsNoCodeInTheFile() throws {
    let store = try ResponseStore(path: path)
    _ = try begin(store)
    try store.close()
    #expect(!(try bytes().contains("acorn river lamp")))
  }

  @Test func deletedAnswersAreInNoFile() throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store)
    try store.append([secret], to: writing)
    #expect(try bytes().contains("a-very-private-sentence"))
    try store.discard(writing)
    try store.count(.stoppedAndDeleted)
    #expect(!(try bytes().contains("a-very-private-sentence")))
    #expect(try store.sessions().isEmpty)
    #expect(try store.count(of: .stoppedAndDeleted) == 1)
  }

  @Test func erasedSessionsAreInNoFileAndTheOthersStay() throws {
    let store = try ResponseStore(path: path)
    let leaving = try begin(store)
    try store.append([secret], to: leaving)
    let staying = try begin(store, code: PersonCode(typed: "zebra zebra zebra"))
    try store.append([.answered(item: "q", .value(.text("this-one-stays")))], to: staying)

    let kept = try #require(try store.session(of: code))
    try store.erase([kept], as: .withdrawn)
    #expect(!(try bytes().contains("a-very-private-sentence")))
    #expect(!(try bytes().contains(kept.fingerprint)))
    #expect(try bytes().contains("this-one-stays"))
    #expect(try store.session(of: code) == nil)
    #expect(try store.sessions().map(\.id) == [staying.id])
    #expect(try store.count(of: .withdrawn) == 1)
  }

  /// While somebody reads, the log cannot be emptied; that is said, not passed over.
  @Test func erasingWhileAnotherReadsIsNotCalledDone() throws {
    let store = try ResponseStore(path: path)
    let leaving = try begin(store)
    try store.append([secret], to: leaving)
    let reader = try DatabaseQueue(path: path)
    let isReading = DispatchSemaphore(value: 0)
    let mayStop = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      try? reader.read { db in
        _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM entry")
        isReading.signal()
        mayStop.wait()
      }
    }
    isReading.wait()
    defer { mayStop.signal() }
    let kept = try #require(try store.session(of: code))
    #expect(throws: StoreError.inUse(path: path)) { try store.erase([kept], as: .withdrawn) }
    #expect(try store.session(of: code)?.events == kept.events)
  }

  @Test func theJournalIsNeverChanged() throws {
    let store = try ResponseStore(path: path)
    _ = try begin(store)
    #expect(throws: StoreError.self) {
      try store.execute("UPDATE entry SET event = '{}'")
    }
  }

  @Test(arguments: [
    "UPDATE entry SET event = replace(event, 'taking_part', 'quotes')",
    "UPDATE entry SET sequence = sequence + 10",
    "DELETE FROM entry WHERE sequence = 1",
  ])
  func aChangedMovedOrMissingEntryShows(damage: String) throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store)
    try store.append([secret], to: writing)
    try store.execute("DROP TRIGGER entryIsNeverChanged")
    try store.execute(damage)
    #expect(throws: StoreError.damaged(path: path, session: writing.id)) { try store.sessions() }
  }

  @Test func twoPeopleAtOnceLoseNothing() async throws {
    let path = path
    _ = try ResponseStore(path: path)
    let events = (1...100).map { Event.answered(item: "q", .value(.number(Double($0)))) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for person in ["acorn acorn acorn", "zebra zebra zebra"] {
        group.addTask { [instrument, agreed] in
          let store = try ResponseStore(path: path)
          let writing = try store.begin(
            with: [agreed], code: PersonCode(typed: person), instrument: instrument, text: "",
            start: SessionStart(), isPractice: false, on: "2026-11-22")
          for event in events { try store.append([event], to: writing) }
        }
      }
      try await group.waitForAll()
    }
    let sessions = try ResponseStore(path: path).sessions()
    #expect(sessions.count == 2)
    for session in sessions { #expect(Array(session.events.dropFirst()) == events) }
  }

  @Test func aTextFileIsNotAStoreAndStaysAsItIs() throws {
    let text = Data(
      "these are somebody's notes, longer than a header of one hundred bytes, which is all that is read of it"
        .utf8)
    try text.write(to: URL(filePath: path))
    #expect(throws: StoreError.notAStore(path: path)) { try ResponseStore(path: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
  }

  @Test func aNewerStoreIsRefusedWithoutTouchingAByte() throws {
    let store = try ResponseStore(path: path)
    try store.execute("PRAGMA user_version = 99")
    try store.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: StoreError.newer(path: path, version: 99, known: 3)) {
      try ResponseStore(path: path)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func somebodyElsesDatabaseIsNotAStore() throws {
    let store = try ResponseStore(path: path)
    try store.execute("PRAGMA application_id = 0")
    try store.close()
    #expect(throws: StoreError.notAStore(path: path)) { try ResponseStore(path: path) }
  }

  /// The log of a process that was killed is still to be written back.
  @Test func aStoreThatWasNeverClosedOpensAgain() throws {
    let store = try ResponseStore(path: path)
    let writing = try begin(store)
    try store.append([secret], to: writing)
    let copy = folder.appending(path: "copy")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: path + suffix, toPath: copy.path() + "/answers.sqlite" + suffix)
    }
    let again = try ResponseStore(path: copy.path() + "/answers.sqlite")
    #expect(try again.sessions().map(\.events) == [[agreed, secret]])
  }

  @Test func onlyTheOwnerMayReadIt() throws {
    let store = try ResponseStore(path: path)
    _ = try begin(store)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path() + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test func aMissingFolderIsSaidInWords() throws {
    #expect {
      try ResponseStore(path: folder.path() + "/nowhere/answers.sqlite")
    } throws: { error in
      "\(error)".contains("nowhere")
    }
  }

  /// Every byte of every file of the store, as text.
  private func bytes() throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).map {
      String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: Unicode.ASCII.self)
    }.joined()
  }
}

extension ResponseStore {
  /// Runs SQL that damages a store on purpose.
  fileprivate func execute(_ sql: String) throws {
    try writing { try $0.execute(sql: sql) }
  }

  /// The level of `PRAGMA synchronous` on the live connection.
  fileprivate func synchronousLevel() throws -> Int? {
    try reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
  }
}
