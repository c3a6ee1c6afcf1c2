public import AttuneData
public import AttuneNumerics

/// Alphas to be compared: of separate groups of people, or of several scales of the same people.
public struct ComparedAlphas: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public let name: String
    public let alpha: Double
    public let caseCount: Int
    public let itemCount: Int

    public init(name: String, alpha: Double, caseCount: Int, itemCount: Int) {
      self.name = name
      self.alpha = alpha
      self.caseCount = caseCount
      self.itemCount = itemCount
    }
  }

  public let members: [Member]
  /// Between the sums of the scales, where the same people answered all.
  public let correlations: SymmetricMatrix?

  /// From published figures; with `correlations`, all are of the same people.
  public init(_ members: [Member], correlations: SymmetricMatrix? = nil) {
    precondition(correlations?.size ?? members.count == members.count, "a row for each alpha")
    self.members = members
    self.correlations = correlations
  }

  /// The same scale in separate groups of people.
  public init(groups: [(name: String, items: CompleteItems)]) throws(StatisticsError) {
    var members: [Member] = []
    for group in groups {
      let covariance = try group.items.covarianceOfScale()
      members.append(Member(group.name, covariance, cases: group.items.caseCount))
    }
    self.init(members)
  }

  /// Several scales of the same people.
  public init(_ scales: CompleteScales) throws(StatisticsError) {
    let all = try scales.items.covarianceOfScale()
    let totals = SymmetricMatrix(size: scales.parts.count) { i, j in
      scales.parts[i].items.reduce(0) { sum, row in
        scales.parts[j].items.reduce(sum) { $0 + all[row, $1] }
      }
    }
    var members: [Member] = []
    for (index, part) in scales.parts.enumerated() {
      guard part.items.count >= 2 else {
        throw .undetermined("'\(part.name)' has fewer than two usable items")
      }
      let own = SymmetricMatrix(size: part.items.count) {
        all[part.items.lowerBound + $0, part.items.lowerBound + $1]
      }
      guard totals[index, index] > own.rounding else {
        throw .noVariance(in: "the score of '\(part.name)'")
      }
      members.append(Member(part.name, own, cases: scales.items.caseCount))
    }
    self.init(
      members,
      correlations: SymmetricMatrix(size: members.count) { i, j in
        i == j ? 1 : totals[i, j] / (totals[i, i] * totals[j, j]).squareRoot()
      })
  }
}

extension ComparedAlphas.Member {
  fileprivate init(_ name: String, _ covariance: SymmetricMatrix, cases: Int) {
    self.init(
      name: name,
      alpha: CronbachAlpha.alpha(
        k: covariance.size, itemVariances: covariance.trace, totalVariance: covariance.sum),
      caseCount: cases, itemCount: covariance.size)
  }
}
