import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneSession
import AttuneStore
import AttuneTerminal
import Foundation

/// One person at the keyboard: joins the session, the face and, where answers are kept, the store.
struct Interview {
  private let setting: SessionSetting
  private let journal: Journal?

  init(_ setting: SessionSetting, journal: Journal?) {
    self.setting = setting
    self.journal = journal
  }

  /// Asks from the beginning, or from where `events` left off, by `face`.
  func run(
    by face: FaceOptions, _ reader: StandardInput? = nil, after events: [Event] = []
  ) throws {
    var session = Session(replaying: events, setting: setting)
    if !events.isEmpty { _ = session.handle(.opened(.welcomeBack)) }
    var isEchoed = true
    var outcome: Outcome?
    if try face.isScreen { outcome = try ScreenMode.run(&session) { try journal?.carryOut($0) } }
    if outcome == nil {
      let reader = try face.isScreen ? StandardInput() : reader ?? StandardInput()
      isEchoed = reader.isEchoed
      var lines = TranscriptFace(reader: reader, writer: StandardOutput())
      outcome = try lines.run(&session) { try journal?.carryOut($0) }
    }
    try journal?.close()
    if let traces = journal?.traces { say("attune: \(traces)") }
    guard outcome == .setAside else { return }
    // A script should know that its lines ran out; a person has been told all they need.
    if !isEchoed { say("attune: the input ended before the session was finished.") }
    throw ExitCode.failure
  }
}

/// Carries out what a session asks of the world, in one store.
final class Journal {
  private let store: ResponseStore
  private let apart: ApartFile
  private let asked: AskedInstrument
  private let code: PersonCode
  private let start: SessionStart
  private let isPractice: Bool
  private var writing: ResponseStore.Writing?
  /// What the team should know when the session is over: deleted answers that can still be found.
  private(set) var traces: StoreError?

  /// Writes the session that goes on, or one that has yet to begin.
  init(
    _ store: ResponseStore, _ asked: AskedInstrument, code: PersonCode,
    start: SessionStart, isPractice: Bool, writing: ResponseStore.Writing? = nil
  ) {
    self.store = store
    apart = ApartFile(besides: store)
    self.asked = asked
    self.code = code
    self.start = start
    self.isPractice = isPractice
    self.writing = writing
  }

  /// Returns when everything is on the disk; what is recorded together is saved together.
  func carryOut(_ effects: [Effect]) throws {
    var events: [Event] = []
    for effect in effects {
      if case .record(let event) = effect {
        events.append(event)
      } else {
        try record(events)
        events = []
        try carryOut(effect)
      }
    }
    try record(events)
  }

  private func record(_ events: [Event]) throws {
    guard !events.isEmpty else { return }
    if let writing { return try store.append(events, to: writing) }
    writing = try store.begin(
      with: events, code: code, instrument: asked.instrument, text: asked.text.content,
      translated: asked.translated, start: start, isPractice: isPractice, on: today(),
      at: minute)
  }

  /// When something was answered; of a paper form nobody knows.
  private var minute: String? { start.isFromPaper ? nil : thisMinute() }

  private func carryOut(_ effect: Effect) throws {
    switch effect {
    case .record(let event): try record([event])
    case .discard:
      if let writing {
        do { try store.discard(writing) } catch {
          guard case .notErased = error else { throw error }
          traces = error
        }
      }
      writing = nil
    case .keepApart(let item, let answer):
      try apart.add(item: item, answer)
    case .finish(let outcome):
      if outcome == .deleted { try store.count(.stoppedAndDeleted) }
      if let writing, let state = outcome.state {
        try store.mark(writing, as: state, on: today(), at: minute)
      }
    }
  }

  func close() throws { try store.close() }
}

extension Outcome {
  /// What the store notes; `nil` where nothing is kept.
  fileprivate var state: KeptSession.State? {
    switch self {
    case .finished: .finished
    case .stopped: .kept
    case .paused: .paused
    case .setAside: .setAside
    case .deleted, .declined: nil
    }
  }
}
