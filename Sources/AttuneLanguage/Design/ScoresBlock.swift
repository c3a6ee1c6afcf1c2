import AttuneDiagnostics

/// How people's true scores go together.
struct ScoresBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var correlation: Written<Double>?
  var correlations: [CorrelationSyntax] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("correlation", \.correlation) { $0.expectOnlyNumber() },
      .correlations(\.correlations),
      .accept,
    ])
}

/// Something that several true scores have in common: `factor general: Relational practice`.
struct FactorBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var loadings: [NamedNumber] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>([.namedNumbers("loads", \.loadings), .accept])
}

/// `correlation of rel, open: 0.60`: every two of them.
struct CorrelationSyntax: Sendable, Hashable {
  var names: [Name]
  var value: Written<Double>
}

extension Detail {
  static func correlations(_ path: Path<[CorrelationSyntax]>) -> Detail {
    Detail("correlation of", argument: .name) { block, line, reader in
      guard let names = reader.argumentNames(line), let value = reader.expectOnlyNumber() else {
        return
      }
      guard names.count > 1, names.allSatisfy({ $0.last == nil }) else {
        reader.report(
          .expected("two names or more before the colon", at: line.argument ?? line.keyword))
        return
      }
      block[keyPath: path].append(CorrelationSyntax(names: names.map(\.first), value: value))
    }
  }
}
