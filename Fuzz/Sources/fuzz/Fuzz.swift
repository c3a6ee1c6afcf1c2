import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation

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
  guard let answered else { preconditionFailure("the instrument below cannot be read") }
  let compilation = DesignCompilation(of: source, for: answered, canBe: { _ in true })
  let mustFix = compilation.findings.contains { $0.level == .mustFix }
  precondition((compilation.design == nil) == mustFix, "neither a design nor a finding")
  return compilation.design
}

/// What the made-up people of the designs among the seeds answer; `Fuzz/run` stands in `Fuzz`.
private let answered: Instrument? = {
  let path = "../Tests/AttuneLanguageTests/Cases/being_heard.instrument"
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
  return Compilation(of: SourceText(name: path, content: text)).instrument
}()

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
