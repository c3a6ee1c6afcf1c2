import AttuneInstrument
import AttuneSession
import AttuneTerminal

/// Lines typed beforehand; then the input has ended.
struct TypedLines: LineReader {
  var inputs: [Input]
  var isEchoed = false

  init(_ lines: [String]) { inputs = lines.map(Input.line) }

  init(_ inputs: [Input]) { self.inputs = inputs }

  mutating func next() -> Input { inputs.isEmpty ? .left : inputs.removeFirst() }
}

/// What would have been shown.
struct Paper: LineWriter {
  var width = 72
  var canClear = false
  /// How much had been written at each clearing.
  private(set) var clearings: [Int] = []
  private(set) var text = ""

  mutating func write(_ text: String) { self.text += text }
  mutating func clear() { clearings.append(text.count) }
}

struct SavingFailed: Error {}

/// A short instrument with a scale, a number, a hard part and a text.
enum MeetingInstrument {
  static func make(heard: String = "My worker listens to what matters to me.") -> Instrument {
    var instrument = Instrument(
      name: "meeting", title: "Being met", version: "0.1.0", status: .draft, language: "en-GB",
      author: "The attune project", licence: "CC BY 4.0",
      consent: Consent(statements: [
        .init(
          name: "taking_part", text: InsertText("I have read this and I want to take part."),
          isNeeded: true)
      ]),
      support: Support(
        title: "Help now",
        lines: [.contact(InsertText("Samaritans, call 116 123, free, day or night"), when: nil)]))
    instrument.information = [
      Passage(
        title: "About this",
        paragraphs: [
          Paragraph(
            InsertText(
              "{team} would like to hear about how people and workers get on. There are "
                + "{questions} questions."))
        ])
    ]
    var rated = Item(
      name: "heard", wordings: [.init(InsertText(heard))],
      format: .chooseOne([
        Choice(code: 1, label: "Disagree"), Choice(code: 2, label: "In the middle"),
        Choice(code: 3, label: "Agree"),
      ]))
    rated.offered = [.doesNotApply, .preferNotToSay]
    let times = Item(
      name: "times", wordings: [.init(InsertText("How many times did you meet?"))],
      format: .number(NumberFormat(lowest: 0, highest: 90)))
    let more = Item(
      name: "more", wordings: [.init(InsertText("What else?"))], format: .text(severalLines: true))
    var hard = Section(name: "hard", title: "Hard times", items: [more])
    hard.contentNote = InsertText("This may bring up hard memories.")
    instrument.sections = [
      Section(name: "listening", title: "Being listened to", items: [rated, times]), hard,
    ]
    return instrument
  }

  static func session(_ change: (inout SessionSetting) -> Void = { _ in }) -> Session {
    var study = StudyDescription(name: "s", title: "S", instrument: "meeting.instrument")
    study.team = "The team"
    var setting = SessionSetting(
      instrument: make(), study: study, resumeCode: "moss lamp river",
      withdrawalCode: "kind blue stone")
    change(&setting)
    return Session(setting)
  }
}

/// What one run of the face showed, asked of the world, and came to.
struct Run {
  var shown = ""
  var effects: [Effect] = []
  var outcome: Outcome?
  var session: Session

  init(
    _ lines: [String], width: Int = 72, in session: Session = MeetingInstrument.session()
  ) throws {
    try self.init(inputs: lines.map(Input.line), width: width, in: session)
  }

  init(inputs: [Input], width: Int = 72, in session: Session) throws {
    self.session = session
    var face = TranscriptFace(reader: TypedLines(inputs), writer: Paper(width: width))
    var effects: [Effect] = []
    outcome = try face.run(&self.session) { effects += $0 }
    self.effects = effects
    shown = face.writer.text
  }
}
