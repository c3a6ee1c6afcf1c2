public import AttuneNumerics
public import AttuneTables

/// Scores without a missing value: the proof that statistics ask for, with the account of its
/// cases.
///
/// Every item has some variance where there are at least two cases; `cautions` name the items that
/// were left out because they have none. There may be no item and no case left.
public struct CompleteItems: Sendable, Hashable {
  enum Values: Sendable, Hashable {
    case bytes(ByteColumns)
    case wide([[Double]])
  }

  public let names: [String]
  public let account: CaseAccount
  /// What was noticed on the way, such as items left out.
  public let cautions: [Caution]
  let values: Values

  init(names: [String], values: Values, account: CaseAccount, cautions: [Caution]) {
    self.names = names
    self.values = values
    self.account = account
    self.cautions = cautions
  }

  public var caseCount: Int { account.used }

  public var itemCount: Int { names.count }

  /// The mean of each item; at least one case.
  public func means() -> [Double] {
    precondition(caseCount > 0, "a mean is of at least one case")
    switch values {
    case .bytes(let columns): return columns.sums().map { Double($0) / Double(caseCount) }
    case .wide(let columns): return columns.map { Moments(of: $0).mean }
    }
  }

  /// The values of one item less a constant near their mean; at least one case.
  ///
  /// They are whole where the values are held as whole numbers.
  public func centred(_ item: Int) -> [Double] {
    precondition(caseCount > 0, "a mean is of at least one case")
    switch values {
    case .bytes(let columns):
      return columns.withColumn(item) { column in
        let sum = column.reduce(0) { $0 + Int($1) }
        let middle = (Double(sum) / Double(caseCount)).rounded()
        return column.map { Double($0) - middle }
      }
    case .wide(let columns):
      let moments = Moments(of: columns[item])
      return columns[item].map { moments.deviation(of: $0) }
    }
  }

  /// The covariances of the items, with `n - 1`; at least two cases.
  ///
  ///     (n * sum(xy) - sum(x) * sum(y)) / (n * (n - 1))        whole numbers
  ///     sum((x - mean x) * (y - mean y)) / (n - 1)             others
  ///
  /// Whole numbers are counted exactly, so that only the division rounds.
  public func covariance() -> SymmetricMatrix {
    precondition(caseCount > 1, "a covariance is of at least two cases")
    switch values {
    case .bytes(let columns): return exactCovariance(columns)
    case .wide(let columns):
      let deviations = columns.map { column in
        let moments = Moments(of: column)
        return column.map { moments.deviation(of: $0) }
      }
      return SymmetricMatrix(size: columns.count) { i, j in
        zip(deviations[i], deviations[j]).reduce(0) { $0 + $1.0 * $1.1 } / Double(caseCount - 1)
      }
    }
  }

  private func exactCovariance(_ columns: ByteColumns) -> SymmetricMatrix {
    let k = columns.columnCount
    // 64 bits hold the products, not n times them.
    let n = Int128(caseCount)
    let sums = columns.sums().map { Int128($0) }
    let products = columns.crossProducts().map { Int128($0) }
    let denominator = Double(n * (n - 1))
    return SymmetricMatrix(size: k) { i, j in
      Double(n * products[i * k + j] - sums[i] * sums[j]) / denominator
    }
  }
}
