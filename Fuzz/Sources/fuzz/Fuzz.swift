import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage

/// Everything that is done with a file, on whatever bytes libFuzzer makes up; a promise that is
/// broken ends the program, and libFuzzer keeps the bytes.
func read(_ bytes: UnsafeBufferPointer<UInt8>) {
  let names = ["a.study", "a.lock", "a.cy.translation", "a.design", "a", "a", "a", "a"]
  let name = names[bytes.count % 8]
  // Bytes that are no text are told, not read; that would end most inputs here, so they are mended.
  let source =
    (try? SourceText(name: name, bytes: bytes))
    ?? SourceText(name: name, content: String(decoding: bytes, as: UTF8.self))
  check(source)
}

private func check(_ source: SourceText) {
  let findings = source.findings(withAdvice: true)
  for format in FindingFormat.allCases {
    let shown = format.render(findings, of: source)
    precondition(!shown.unicodeScalars.contains(where: steers), "a finding drives the terminal")
  }
  let instrument = Compilation(of: source).instrument
  let study = StudyCompilation(of: source).study
  if let instrument { precondition((try? instrument.meaning()) != nil, "no meaning") }
  if let study { _ = studyText(for: study) }
  if let lock = LockCompilation(of: source).lock {
    let written = SourceText(name: source.name, content: lockText(for: lock))
    precondition(LockCompilation(of: written).lock == lock, "a lock is not what was written")
  }
  let design = made(source)
  if let text = Formatting(of: source).text {
    let laidOut = SourceText(name: source.name, content: text)
    precondition(Formatting(of: laidOut).text == text, "laying out twice changes more")
    precondition(Compilation(of: laidOut).instrument == instrument, "layout changes the meaning")
    precondition(made(laidOut) == design, "layout changes the design")
    precondition(!text.unicodeScalars.contains(where: steers), "the layout drives the terminal")
  }
  let mending = Mending(source) { $0 == source ? findings : $0.findings() }
  precondition(mending.findings.allSatisfy { $0.range.upper <= mending.text.content.utf8.count })
}

/// The design, where the text is one for the instrument below.
private func made(_ source: SourceText) -> SimulationDesign? {
  guard FileKind(of: source) == .design else { return nil }
  guard let answered else { preconditionFailure("the instrument below must be fixed") }
  let compilation = DesignCompilation(of: source, for: answered, canBe: { _ in true })
  let mustFix = compilation.findings.contains { $0.level == .mustFix }
  precondition((compilation.design == nil) == mustFix, "neither a design nor a finding")
  return compilation.design
}

/// What the made-up people of the designs answer, by the names of the designs among the seeds.
private let answered = Compilation(
  of: SourceText(
    name: "being_heard.instrument",
    content: """
      instrument being_heard: Being heard
        version: 0.3.0
        status: draft, unvalidated
        language: en-GB
        author: The Being Met group
        licence: CC BY 4.0
        answer: agreement
        offer: prefer not to say
      role person: I use services
      role worker: I work there
      information: About these questions
        > We want to know how people and workers get on.
      consent: Taking part
        must agree taking_part: I want to take part.
      support: If this brings things up
        contact: Samaritans, call 116 123
      scale agreement
        1 = Disagree
        2 = Neither
        3 = Agree
      group team: Team
        set by: facilitator
      section listening: Listening
      item heard: I am listened to.
      item rushed: I am rushed.
      section staying: Staying in touch
        ask first: Would you like to see these questions?
      item known: I am known.
      item kept: I am kept in mind.
      section hoping: Hope
      item hope: I have hope.
      item plans: I make plans.
      section about_you: About you
      item contact: How do you see the team?
        answer: choose one
        visits = At home
        clinic = At the clinic
        offer: nothing
      construct listened: Being listened to
        higher means: people feel more listened to
        uses: heard
        uses reversed: rushed
        score: mean, all answered
      construct stayed: Staying in touch
        higher means: people feel more in touch
        uses: known, kept
        score: mean, all answered
      construct hopeful: Hope
        higher means: people have more hope
        uses: hope, plans
        score: mean, all answered
      """)
).instrument

private func steers(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: false
  case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ readOne: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager calls `main` by this name, so that libFuzzer's own stands aside.
@_cdecl("fuzz_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments) { bytes, length in
    read(UnsafeBufferPointer(start: bytes, count: length))
    return 0
  }
}
