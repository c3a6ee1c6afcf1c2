import AttuneDiagnostics
import AttuneInstrument

/// True scores and how they become answers.
extension DesignLowering {
  // MARK: Correlations

  /// Between all scores: what factors make of them, or the one that is stated, and what is said of
  /// some.
  mutating func generalCorrelations() -> [[Double]] {
    let block = syntax.first(ScoresBlock.self)
    let size = names.scores.count
    let stated = block?.correlation?.value ?? 0
    var matrix = (0..<size).map { i in (0..<size).map { $0 == i ? 1 : stated } }
    for factor in syntax.all(FactorBlock.self) {
      var loadings: [(score: Int, loading: Double)] = []
      for loading in factor.loadings {
        if let score = score(loading.name) { loadings.append((score, loading.value.value)) }
      }
      for one in loadings {
        for other in loadings where one.score != other.score {
          matrix[one.score][other.score] = one.loading * other.loading
        }
      }
    }
    let place =
      block?.heading ?? syntax.first(FactorBlock.self)?.heading
      ?? syntax.first(SimulationBlock.self)?.heading
    return adding(block?.correlations ?? [], to: matrix, at: place, isGeneral: true)
  }

  /// The correlations with what is said of some scores, if they can be.
  mutating func adding(
    _ said: [CorrelationSyntax], to matrix: [[Double]], at heading: Heading?,
    isGeneral: Bool = false
  ) -> [[Double]] {
    guard !said.isEmpty || isGeneral else { return matrix }
    var matrix = matrix
    for correlation in said {
      let scores = correlation.names.compactMap { score($0) }
      for one in scores {
        for other in scores where one != other { matrix[one][other] = correlation.value.value }
      }
    }
    if let heading, !matrix.isEmpty, !canBe(matrix) {
      findings.append(
        .impossibleTogether(heading, last: said.last?.value.range))
    }
    return matrix
  }

  private mutating func score(_ name: Name) -> Int? {
    if let score = names.score(name.value) { return score }
    findings.append(names.unknown(name, "score", among: names.scores.map(\.name)))
    return nil
  }

  // MARK: Items

  /// How each item that reflects a score is answered, by item.
  mutating func itemModels() -> [String: SimulationDesign.ItemModel] {
    let block = syntax.first(ItemsBlock.self)
    let cuts = cutsByItem()
    var loadings: [String: Written<Double>] = [:]
    for loading in block?.loadings ?? [] {
      for item in loading.names.flatMap({ names.items(of: $0, &findings) }) {
        loadings[item.name] = loading.value
      }
    }
    var models: [String: SimulationDesign.ItemModel] = [:]
    var withoutProfile: [(item: String, construct: Construct)] = []
    for (score, construct) in names.scores.enumerated() {
      for use in construct.uses where models[use.name] == nil {
        guard let item = names.item(use.name) else { continue }
        let stated = use.isReversed ? block?.reversedLoading : block?.loading
        let loading = loadings[item.name] ?? stated
        var model = SimulationDesign.ItemModel(
          score: score, loading: loading?.value ?? (use.isReversed ? 0.55 : 0.70),
          methodLoading: use.isReversed ? block?.methodLoading?.value ?? 0.25 : 0,
          isReversed: use.isReversed, cuts: [], codes: item.format.choices.map(\.code).sorted())
        let explained = model.loading * model.loading + model.methodLoading * model.methodLoading
        if explained > 1, abs(model.loading) < 1, let place = loading ?? block?.methodLoading {
          findings.append(.nothingIsLeft(item.name, at: place.range))
        }
        guard let place = syntax.first(SimulationBlock.self)?.heading.place else { continue }
        guard case .chooseOne = item.format else {
          findings.append(.cannotBeAnswered(item.name, at: place))
          continue
        }
        guard let cut = cuts[item.name] else {
          withoutProfile.append((item.name, construct))
          continue
        }
        if cut.value.count + 1 != model.codes.count {
          findings.append(.otherNumberOfAnswers(item.name, model.codes.count, cut))
        }
        model.cuts = cut.value
        models[item.name] = model
      }
    }
    if let place = syntax.first(SimulationBlock.self)?.heading.place, !withoutProfile.isEmpty {
      findings.append(.noProfile(Self.inBrief(withoutProfile), at: place))
    }
    return models
  }

  /// The items by name, or their construct where all of its items are among them.
  private static func inBrief(_ items: [(item: String, construct: Construct)]) -> [String] {
    var names: [String] = []
    for (item, construct) in items {
      let isWhole = construct.uses.allSatisfy { use in items.contains { $0.item == use.name } }
      let name = isWhole ? construct.name : item
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  private mutating func cutsByItem() -> [String: Written<[Double]>] {
    var cuts: [String: Written<[Double]>] = [:]
    for profile in syntax.all(ProfileBlock.self) {
      guard let said = profile.cuts else { continue }
      for item in profile.names.flatMap({ names.items(of: $0, &findings) }) {
        cuts[item.name] = said
      }
    }
    return cuts
  }
}

extension Finding {
  /// Correlations have to be possible together.
  ///
  /// If a goes closely with b, and b with c, then a cannot go against c. The smallest change is
  /// mostly to bring the strongest correlation nearer to the others.
  fileprivate static func impossibleTogether(_ heading: Heading, last: SourceRange?) -> Finding {
    Finding(
      "A393", .mustFix, "No people can have scores with these correlations", at: heading.range,
      explanation: "The correlation matrix is not positive definite.",
      notes: last.map { [.init("with the last of these", at: $0)] } ?? [],
      fixes: [Fix(.possible, "bring the strongest correlation nearer to the others")])
  }

  /// Every item of a score has a profile, which says where answers change.
  ///
  ///     profile mid: In the middle
  ///       cut at: -1.3, -0.45, 0.45, 1.3
  ///       for: prio, prac
  fileprivate static func noProfile(_ names: [String], at range: SourceRange) -> Finding {
    let listed = names.joined(separator: ", ")
    return Finding(
      "A394", .mustFix, "No profile is for \(listed)", at: range,
      explanation: "A profile says where answers change from one to the next.",
      fixes: [Fix(.possible, "add to a profile: for: \(listed)")])
  }

  /// There is one cut fewer than there are answers.
  ///
  /// Five answers change four times from one to the next.
  fileprivate static func otherNumberOfAnswers(
    _ item: String, _ count: Int, _ cuts: Written<[Double]>
  ) -> Finding {
    Finding(
      "A395", .mustFix,
      "\"\(item)\" has \(count) answers, and there are \(cuts.value.count) cuts", at: cuts.range,
      explanation: "\(count) answers change \(count - 1) times from one to the next.")
  }

  /// What an item shares with its score and with other reversed items is at most all of it.
  ///
  /// The squares of the two loadings add up to at most 1.
  fileprivate static func nothingIsLeft(_ item: String, at range: SourceRange) -> Finding {
    Finding(
      "A396", .mustFix, "Nothing of \"\(item)\" is left to chance", at: range,
      explanation: "The squares of its loading and its method loading add up to more than 1.")
  }
}
