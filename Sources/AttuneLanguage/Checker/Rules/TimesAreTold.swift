import AttuneDiagnostics
import AttuneInstrument

/// People are told when it is kept, to the minute, at what time they answered.
///
/// A minute can show who somebody is: colleagues know who sat at the computer on Tuesday at ten.
/// Days are kept unless an instrument says otherwise:
///
///     times kept: to the minute
///
/// Then a line of the information says so:
///
///     > We keep the time at which you begin and finish, to the minute.
struct TimesAreTold: Rule {
  static let code = "A312"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    guard let times = scope.file.instrument?.timesKept, times.value == .minute,
      let information = scope.file.information.first
    else { return }
    let prose = scope.file.information.flatMap(\.prose) + scope.file.consents.flatMap(\.prose)
    let isTold = prose.contains { line in
      let words = Set(line.words.parts.map(\.value))
      return [Self.times, Self.moments, Self.keeping].allSatisfy { !words.isDisjoint(with: $0) }
    }
    if !isTold { findings.append(.timesAreNotTold(times.range, information.heading)) }
  }

  private static let times: Set<String> = ["time", "times", "minute", "minutes", "clock", "when"]
  private static let moments: Set<String> = [
    "begin", "began", "start", "started", "finish", "finished", "answer", "answered",
  ]
  private static let keeping: Set<String> = [
    "keep", "kept", "keeps", "record", "recorded", "records", "note", "noted", "save", "saved",
    "store", "stored", "write",
  ]
}

extension Finding {
  fileprivate static func timesAreNotTold(
    _ range: SourceRange, _ information: Heading
  ) -> Finding {
    Finding(
      TimesAreTold.code, .pleaseCheck,
      "Times are kept to the minute, and the information does not say so", at: range,
      explanation: "A time to the minute can show who somebody is.",
      notes: [.init("the information is here", at: information.range)],
      fixes: [
        .addLine(
          .possible, "> We keep the time at which you begin and finish, to the minute.",
          under: information),
        Fix(.possible, "keep days only: take this line out"),
      ])
  }
}
