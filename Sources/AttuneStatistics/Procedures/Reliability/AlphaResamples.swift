package import AttuneData

/// Cronbach's alpha of any choice of cases, fast: from k + 2 sums over the cases, not from scores.
///
///     alpha = k / (k - 1) * (1 - (n * sum(q) - sum_j S_j^2) / (n * sum(t^2) - sum(t)^2))
///
/// With, for each case, its scores x (S: their sums over cases), their sum t, and q, the sum of
/// their squares. A constant is taken off each item beforehand; of whole numbers all sums are exact.
package struct AlphaResamples: ResampledStatistic {
  package let caseCount: Int
  private let itemCount: Int
  /// x, q and t^2 of each case, eight columns a slice, one slice after the other.
  private let slices: [SIMD8<Double>]
  private let sliceCount: Int

  package init(_ items: CompleteItems) {
    let columns = (0..<items.itemCount).map { items.centred($0) }
    caseCount = items.caseCount
    itemCount = items.itemCount
    sliceCount = (itemCount + 2 + 7) / 8
    var slices = [SIMD8<Double>](repeating: .zero, count: sliceCount * caseCount)
    for row in 0..<caseCount {
      var squares = 0.0
      var total = 0.0
      for (item, column) in columns.enumerated() {
        slices[item / 8 * caseCount + row][item % 8] = column[row]
        squares += column[row] * column[row]
        total += column[row]
      }
      for (place, value) in [(itemCount, squares), (itemCount + 1, total * total)] {
        slices[place / 8 * caseCount + row][place % 8] = value
      }
    }
    self.slices = slices
  }

  package func estimate(of rows: [Int32]) -> Double? {
    let sums = slices.withUnsafeBufferPointer { slices in
      (0..<sliceCount).map { slice in
        let first = slice * caseCount
        var sum = SIMD8<Double>.zero
        for row in rows { sum += slices[first + Int(row)] }
        return sum
      }
    }
    return alpha(sums, n: rows.count)
  }

  /// Alpha without each of the cases; `nil` where it is not defined without one of them.
  package func jackknife() -> [Double]? {
    let all = (0..<sliceCount).map { slice in
      (0..<caseCount).reduce(SIMD8<Double>.zero) { $0 + slices[slice * caseCount + $1] }
    }
    var estimates: [Double] = []
    for row in 0..<caseCount {
      let sums = (0..<sliceCount).map { all[$0] - slices[$0 * caseCount + row] }
      guard let estimate = alpha(sums, n: caseCount - 1) else { return nil }
      estimates.append(estimate)
    }
    return estimates
  }

  private func alpha(_ sums: [SIMD8<Double>], n: Int) -> Double? {
    let (n, k) = (Double(n), Double(itemCount))
    var total = 0.0
    var squares = 0.0
    for item in 0..<itemCount {
      let sum = sums[item / 8][item % 8]
      total += sum
      squares += sum * sum
    }
    let (q, t) = (itemCount, itemCount + 1)
    let squaredTotals = n * sums[t / 8][t % 8]
    let variance = squaredTotals - total * total
    // What rounding can leave of 0 where the values are not whole.
    guard variance > squaredTotals * k * 0x1p-50 else { return nil }
    return k / (k - 1) * (1 - (n * sums[q / 8][q % 8] - squares) / variance)
  }
}
