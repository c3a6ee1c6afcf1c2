import AttuneDiagnostics
import AttuneInstrument

/// How often answers are missing, by reason.
struct MissingBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var rates: [MissingRateSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(Detail.missingRates(\.rates) + [.accept])
}

/// `prefer not to say: 1%` everywhere, `prefer not to say hosp: 8%` of some items.
struct MissingRateSyntax: Sendable, Hashable {
  var reason: MissingReason
  /// Empty for every item.
  var names: [NameRun]
  var share: Written<Double>
}

extension MissingReason {
  /// The reasons that a design may give shares of, as the language says them.
  static let simulated: [(words: String, reason: MissingReason)] = [
    ("skipped", .skipped), ("does not apply", .doesNotApply), ("not sure", .notSure),
    ("prefer not to say", .preferNotToSay), ("not chosen", .notChosen),
  ]
}

extension Detail {
  static func missingRates(_ path: Path<[MissingRateSyntax]>) -> [Detail] {
    MissingReason.simulated.map { words, reason in
      Detail(words, argument: .optionalName) { block, line, reader in
        let names = line.argument == nil ? [] : reader.argumentNames(line)
        guard let names, let share = reader.expectOnlyShare() else { return }
        block[keyPath: path].append(
          MissingRateSyntax(reason: reason, names: names, share: share))
      }
    }
  }
}
