import AttuneInstrument
import AttuneSession
import AttuneTerminal
import Testing

@Suite struct TranscriptFaceTests {
  private let toTheEnd = [
    "", "", "1", "agree", "", "n", "120", "4", "3", "", "1", "They listen.", "And laugh.", ".",
    "1", "", "1", "",
  ]

  @Test func aWholeSession() throws {
    let run = try Run(toTheEnd)
    #expect(run.outcome == .finished)
    try expectSnapshot(run.shown, "whole-session")
  }

  @Test func aWholeSessionInFortyColumns() throws {
    let run = try Run(toTheEnd, width: 40)
    let tooWide = run.shown.split(separator: "\n").filter { $0.count > 40 }
    #expect(tooWide.isEmpty)
    try expectSnapshot(run.shown, "whole-session-40")
  }

  @Test func stoppingAndDeleting() throws {
    let run = try Run(["", "", "1", "3", "stop", "3", "2"])
    #expect(run.outcome == .deleted)
    #expect(run.effects.suffix(2) == [.discard, .finish(.deleted)])
    try expectSnapshot(run.shown, "stopping")
  }

  @Test func theEndOfInputSetsAside() throws {
    let run = try Run(["", "", "1", "3"])
    #expect(run.outcome == .setAside)
    #expect(run.shown.contains("Your answers so far are set aside."))
    #expect(run.shown.contains("moss lamp river"))
  }

  @Test func controlCReachesTheStopPageAndTheSessionCanGoOn() throws {
    let inputs: [Input] = ["", "", "1"].map(Input.line) + [.left, .line("b"), .line("3")]
    let run = try Run(inputs: inputs, in: MeetingInstrument.session())
    #expect(run.session.answers["heard"] == .value(.choice(3)))
    #expect(run.shown.contains("What would you like us to do with your answers so far?"))
  }

  @Test func practiceSaysSoFirstAndLast() throws {
    let session = MeetingInstrument.session { $0.purpose = .rehearsal }
    let run = try Run(["", "", "2"], in: session)
    let pieces = run.shown.split(separator: "PRACTICE: nothing is saved.")
    #expect(pieces.count == 3)
    #expect(run.shown.hasPrefix("\nPRACTICE: nothing is saved."))
  }

  // MARK: Saving

  @Test func theEffectsOfOneEventComeTogetherAndOnlyAfterAgreement() throws {
    var session = MeetingInstrument.session()
    var face = TranscriptFace(reader: TypedLines(["", "", "1", "3"]), writer: Paper())
    var commits: [[Effect]] = []
    _ = try face.run(&session) { commits.append($0) }
    let agreement: [Event] = [
      .wentOn(from: .welcome), .wentOn(from: .information),
      .replied(statement: "taking_part", agrees: true),
    ]
    #expect(
      commits == [
        agreement.map(Effect.record),
        [.record(.answered(item: "heard", .value(.choice(3))))], [.finish(.setAside)],
      ])
  }

  @Test func aFailingDiskIsToldGentlyAndSupportIsShown() throws {
    var session = MeetingInstrument.session()
    var face = TranscriptFace(reader: TypedLines(["", "", "1", "3", "5"]), writer: Paper())
    #expect(throws: SavingFailed.self) {
      try face.run(&session) { effects in
        let answer = Event.answered(item: "heard", .value(.choice(3)))
        if effects.contains(.record(answer)) { throw SavingFailed() }
      }
    }
    let shown = face.writer.text
    #expect(shown.contains("I could not save your latest answer"))
    #expect(shown.hasSuffix("Help now\nSamaritans, call 116 123, free, day or night\n"))
    #expect(!shown.lowercased().contains("error"))
    #expect(session.answers["heard"]?.value == nil)
    #expect(session.step == .item("heard"))
  }

  // MARK: Hostile words

  @Test func noControlByteReachesTheTerminal() throws {
    let hostile = "Listens\u{1B}]0;owned\u{7}\u{9B}31m \u{202E}backwards\u{2066}"
    let session = MeetingInstrument.session {
      $0.instrument = MeetingInstrument.make(heard: hostile)
    }
    let run = try Run(["", "", "1", "\u{1B}[2J", "3", "0", "1", "\u{1B}c", "."], in: session)
    let bad = run.shown.unicodeScalars.filter { scalar in
      (scalar.properties.generalCategory == .control && scalar != "\n")
        || "\u{202A}"..."\u{202E}" ~= scalar || "\u{2066}"..."\u{2069}" ~= scalar
    }
    #expect(bad.isEmpty)
    #expect(run.shown.contains("Listens\u{FFFD}]0;owned"))
    #expect(run.shown.contains("which I cannot keep"))
  }

  @Test func bytesThatAreNoTextAreAskedForAgain() throws {
    let run = try Run(
      inputs: [.line(""), .line(""), .line("1"), .unreadable, .line("3")],
      in: MeetingInstrument.session())
    #expect(run.shown.contains("I could not read that as text."))
    #expect(run.session.answers["heard"] == .value(.choice(3)))
  }

  @Test func atATerminalNothingIsLeftToScrollBackTo() throws {
    var reader = TypedLines(["", "", "2", ""])
    reader.isEchoed = true
    var face = TranscriptFace(reader: reader, writer: Paper(canClear: true))
    var session = MeetingInstrument.session()
    _ = try face.run(&session) { _ in }
    #expect(face.writer.text.hasSuffix("\nPress Enter to close and clear this screen. "))
    #expect(face.writer.clearings == [face.writer.text.count])
    #expect(face.reader.inputs.isEmpty, "it waited for Enter")
  }

  @Test func aTerminalThatEchoesIsNotEchoedTo() throws {
    var reader = TypedLines(["", "", "2"])
    reader.isEchoed = true
    var face = TranscriptFace(reader: reader, writer: Paper())
    var session = MeetingInstrument.session()
    _ = try face.run(&session) { _ in }
    #expect(!face.writer.text.contains("Your answer: 2"))
  }
}
