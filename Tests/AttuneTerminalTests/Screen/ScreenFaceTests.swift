import AttuneInstrument
import AttuneSession
import Testing

@testable import AttuneTerminal

@Suite struct ScreenFaceTests {
  /// What one run of the screen face drew, asked of the world, and came to.
  struct Drawn {
    var device: ScriptedDevice
    var effects: [Effect] = []
    var outcome: Outcome?
    var session: Session

    init(_ device: ScriptedDevice, in session: Session = MeetingInstrument.session()) throws {
      self.session = session
      var face = ScreenFace(device: device)
      var effects: [Effect] = []
      outcome = try face.run(&self.session) { effects += $0 }
      self.effects = effects
      self.device = face.device
    }
  }

  private static let whole = ["", "", "1", "2", "3", "1", "good things", ".", "", "", "2", ""]

  /// The same lines lead to the same effects and the same answers in both faces.
  @Test(arguments: [
    whole, ["", "", "1", "help", "", "agree", "back", "", "500", "20", "1", "x", "1", "2"],
    ["", "", "2"], ["", "", "1", "", "n", "", "skip", "hide", "show", "2", "stop", "2"],
    ["", "", "1", "3", "perhaps", "7", "1", "stop", "1", ".", "pause", "k"],
  ]) func bothFacesComeToTheSame(lines: [String]) throws {
    let plain = try Run(lines)
    let drawn = try Drawn(ScriptedDevice(lines: lines, rows: 60))
    #expect(drawn.effects == plain.effects)
    #expect(drawn.session == plain.session)
    #expect(drawn.outcome == plain.outcome)
  }

  @Test(arguments: [40, 80, 200]) func framesLookAsTheyDid(columns: Int) throws {
    let drawn = try Drawn(
      ScriptedDevice(lines: Self.whole, columns: columns, rows: 44))
    var pictures: [String] = []
    for frame in drawn.device.frames where pictures.last != frame.picture {
      pictures.append(frame.picture)
    }
    let rule = String(repeating: "=", count: columns) + "\n"
    try expectSnapshot(pictures.joined(separator: rule), "screen-\(columns)")
  }

  /// Questions in Hebrew: at the right edge, with the numbers after them; English stays as it was.
  @Test(arguments: [40, 80, 200]) func rightToLeftTextIsLaidOutFromTheRight(columns: Int) throws {
    let session = MeetingInstrument.session { $0.instrument = Self.hebrew }
    let drawn = try Drawn(
      ScriptedDevice(
        ScriptedDevice(lines: ["", "", "1"]).inputs + [.key(.down), .key(.down)],
        columns: columns, rows: 44), in: session)
    let frame = try #require(
      drawn.device.frames.last { frame in frame.lines.contains { $0.weight == .pointed } })
    let edge = max(1, (columns - 72) / 2) + min(columns - 3, 72)
    let turned = frame.lines.filter { $0.text.contains("\u{2067}") }
    #expect(turned.count >= 4)
    #expect(turned.allSatisfy { $0.text.displayWidth == edge }, "every line ends at the right edge")
    #expect(turned.contains { $0.weight == .pointed && $0.text.hasSuffix("\u{2069}  2 <") })
    #expect(frame.lines.contains { $0.text.contains("  s  I'd rather not say") })
    #expect(frame.lines.allSatisfy { $0.text.displayWidth <= columns })
    try expectSnapshot(frame.picture, "right-to-left-\(columns)")
  }

  private static let hebrew: Instrument = {
    var instrument = MeetingInstrument.make(
      heard: "העובדת שלי מקשיבה למה שחשוב לי, ואני יכול לומר לה מה אני באמת חושב.")
    instrument.sections[0].title = "להיות מובן"
    instrument.sections[0].items[0].format = .chooseOne([
      Choice(code: 1, label: "לא מסכים"), Choice(code: 2, label: "באמצע, לא כך ולא כך"),
      Choice(code: 3, label: "מסכים"),
    ])
    return instrument
  }()

  @Test(arguments: [40, 57, 80, 200], [6, 10, 24, 60])
  func framesFillTheWindowAndNoMore(columns: Int, rows: Int) throws {
    let drawn = try Drawn(ScriptedDevice(lines: Self.whole, columns: columns, rows: rows))
    for frame in drawn.device.frames {
      #expect(frame.lines.count == rows)
      #expect(frame.lines.allSatisfy { $0.text.displayWidth <= columns })
      #expect(0..<rows ~= frame.cursor.row && 0..<columns ~= frame.cursor.column)
    }
  }

  @Test func arrowsChooseAndNothingIsChosenBefore() throws {
    let start = ScriptedDevice(lines: ["", "", "1"]).inputs
    let drawn = try Drawn(
      ScriptedDevice(start + [.key(.down), .key(.down), .key(.enter)], rows: 40))
    #expect(drawn.session.answers["heard"] == .value(.choice(2)))
    let untouched = drawn.device.frames.filter { frame in
      frame.lines.contains { $0.text.contains("My worker listens") }
    }.first
    #expect(untouched?.lines.contains { $0.weight == .pointed || $0.text.contains("> ") } == false)
    #expect(drawn.device.frames.contains { $0.picture.contains("> 2  In the middle") })
  }

  @Test func escapeHidesAtOnceAndWhatWasTypedIsThereAfterwards() throws {
    let start = ScriptedDevice(lines: ["", "", "1", "3"]).inputs
    let hidden = start + [.key(.character("1")), .key(.escape)]
    let drawn = try Drawn(
      ScriptedDevice(hidden + ScriptedDevice.line("show") + ScriptedDevice.line("2")))
    let secret = drawn.device.frames.firstIndex { $0.picture.contains("This screen is hidden") }
    let frame = drawn.device.frames[try #require(secret)]
    #expect(!frame.picture.contains("How many times") && !frame.picture.contains("Listened"))
    #expect(drawn.device.clearings.first == secret)
    #expect(drawn.session.answers["times"] == .value(.number(12)))
  }

  @Test func anIdleScreenGivesNoticeAndThenHides() throws {
    let start = ScriptedDevice(lines: ["", "", "1"]).inputs
    let drawn = try Drawn(
      ScriptedDevice(
        start + [.quiet, .key(.down), .quiet, .quiet] + ScriptedDevice.line("show")
          + ScriptedDevice.line("3")))
    let pictures = drawn.device.frames.map(\.picture)
    #expect(pictures.filter { $0.contains("In one minute this screen hides itself") }.count == 2)
    #expect(pictures.contains { $0.contains("This screen is hidden") })
    #expect(Array(drawn.device.waits.compactMap { $0 }.filter { $0 != 240 }.prefix(2)) == [60, 60])
    // A hidden screen waits as long as it takes.
    #expect(drawn.device.waits.contains(nil))
    #expect(drawn.session.answers["heard"] == .value(.choice(3)))
  }

  @Test func aPasteOfSeveralLinesIsKeptWhereLinesAreAskedForAndRefusedElsewhere() throws {
    let start = ScriptedDevice(lines: ["", "", "1"]).inputs
    let pasted = ScreenInput.key(.pasted("one\n\ntwo"))
    let elsewhere = try Drawn(ScriptedDevice(start + [pasted, .key(.enter), .key(.enter)]))
    #expect(elsewhere.device.frames.contains { $0.picture.contains("which I cannot") })
    let lines = start + ScriptedDevice(lines: ["3", "2", "1"]).inputs
    let kept = try Drawn(
      ScriptedDevice(lines + [pasted, .key(.enter)] + ScriptedDevice.line("."), rows: 40))
    #expect(kept.session.answers["more"] == .value(.text("one\n\ntwo")))
  }

  @Test func plainGoesOnWithPlainLines() throws {
    let drawn = try Drawn(ScriptedDevice(lines: ["", "plain"]))
    #expect(drawn.outcome == nil && !drawn.session.isOver)
    #expect(drawn.session.step == .information)
  }

  @Test func aHangUpSetsTheAnswersAside() throws {
    let drawn = try Drawn(ScriptedDevice(lines: ["", "", "1", "3"]))
    #expect(drawn.outcome == .setAside)
  }

  @Test func whatIsLongerThanTheWindowIsShownBeforeItIsGonePast() throws {
    let drawn = try Drawn(ScriptedDevice(lines: ["", "", "", "", "", ""], rows: 12))
    let pictures = drawn.device.frames.map(\.picture)
    #expect(pictures[0].contains("(more below: Page Down)"))
    #expect(pictures.contains { $0.contains("show brings it back") })
  }

  @Test func savingThatFailsChangesNothing() {
    var session = MeetingInstrument.session()
    var face = ScreenFace(device: ScriptedDevice(lines: ["", "", "1", "3"]))
    #expect(throws: SavingFailed.self) {
      _ = try face.run(&session) { _ in throw SavingFailed() }
    }
    #expect(!session.hasAgreed)
  }
}
