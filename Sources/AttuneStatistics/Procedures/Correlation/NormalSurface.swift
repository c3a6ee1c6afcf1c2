import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The cells that thresholds cut out of a bivariate normal surface, beside the people in each.
struct NormalSurface {
  let counts: [[Double]]
  let rows: Thresholds
  let columns: Thresholds

  /// The correlation of the answers as numbers, from which the search starts.
  var start: Double {
    var (x, y, weights): ([Double], [Double], [Double]) = ([], [], [])
    for (i, row) in counts.enumerated() {
      for (j, count) in row.enumerated() where count > 0 {
        x.append(Double(i))
        y.append(Double(j))
        weights.append(count)
      }
    }
    let total = weights.reduce(0, +)
    let mean = { (values: [Double]) in zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total }
    let (mx, my) = (mean(x), mean(y))
    var (sxx, syy, sxy) = (0.0, 0.0, 0.0)
    for index in x.indices {
      let (dx, dy) = (x[index] - mx, y[index] - my)
      sxx += weights[index] * dx * dx
      syy += weights[index] * dy * dy
      sxy += weights[index] * dx * dy
    }
    return sxx > 0 && syy > 0 ? sxy / (sxx * syy).squareRoot() : 0
  }

  func likelihood(_ rho: Double) throws(NumericsError) -> LatentCorrelation.Likelihood {
    let (cells, slopes) = try grids(rho)
    let total = counts.joined().reduce(0, +)
    var (logarithm, score, information) = (0.0, 0.0, 0.0)
    for i in counts.indices {
      for j in counts[i].indices {
        let p = max(cells[i][j], 1e-300)
        // Below this, a difference of four probabilities is rounding.
        if p > 1e-13 { information += total * slopes[i][j] * slopes[i][j] / p }
        guard counts[i][j] > 0 else { continue }
        logarithm += counts[i][j] * log(p)
        score += counts[i][j] * slopes[i][j] / p
      }
    }
    return LatentCorrelation.Likelihood(
      logarithm: logarithm, score: score, information: information, count: total)
  }

  /// The probability of each cell, and its derivative in the correlation.
  private func grids(
    _ rho: Double
  ) throws(NumericsError) -> (cells: [[Double]], slopes: [[Double]]) {
    let normal = try BivariateNormal(correlation: rho)
    return (
      differences { normal.lowerTail($0, $1) }, differences { normal.density($0, $1) }
    )
  }

  /// What a function of the corners gives each cell.
  private func differences(_ f: (Double, Double) -> Double) -> [[Double]] {
    let corners = rows.places.map { row in columns.places.map { f(row, $0) } }
    return counts.indices.map { i in
      counts[i].indices.map { j in
        (corners[i + 1][j + 1] - corners[i][j + 1]) - (corners[i + 1][j] - corners[i][j])
      }
    }
  }

  /// From what each person moves the estimate by: their own cell, and their part in the thresholds.
  func standardError(
    at rho: Double, margins: GroupPair<[Int]>
  ) throws(NumericsError) -> Double {
    let (cells, slopes) = try grids(rho)
    let rest = ((1 - rho) * (1 + rho)).squareRoot()
    // The slope of a cell in its threshold at `place`, the other deviate lying from `low` to `high`.
    func edge(_ place: Double, _ low: Double, _ high: Double) throws(NumericsError) -> Double {
      guard place.isFinite else { return 0 }
      func tail(_ x: Double) throws(NumericsError) -> Double {
        guard x.isFinite else { return x < 0 ? 0 : 1 }
        return try Normal().lowerTail((x - rho * place) / rest)
      }
      return Normal().density(place) * (try tail(high) - tail(low))
    }
    let (a, b) = (rows.places, columns.places)
    var ofRows = Array(repeating: 0.0, count: a.count)
    var ofColumns = Array(repeating: 0.0, count: b.count)
    var information = 0.0
    var scores = cells
    for i in counts.indices {
      for j in counts[i].indices where counts[i][j] > 0 {
        let p = max(cells[i][j], 1e-300)
        let score = slopes[i][j] / p
        scores[i][j] = score
        information += counts[i][j] * score * score
        let weight = counts[i][j] * score / p
        ofRows[i + 1] += weight * (try edge(a[i + 1], b[j], b[j + 1]))
        ofRows[i] -= weight * (try edge(a[i], b[j], b[j + 1]))
        ofColumns[j + 1] += weight * (try edge(b[j + 1], a[i], a[i + 1]))
        ofColumns[j] -= weight * (try edge(b[j], a[i], a[i + 1]))
      }
    }
    let alongRows = counts.indices.map { rows.influence(of: $0, weights: ofRows) }
    let alongColumns = counts[0].indices.map { columns.influence(of: $0, weights: ofColumns) }
    var sum = 0.0
    for i in counts.indices {
      for j in counts[i].indices where counts[i][j] > 0 {
        let own = scores[i][j] - alongRows[i] - alongColumns[j]
        sum += counts[i][j] * own * own
      }
    }
    // People with one answer only, where the margins count them.
    for i in counts.indices {
      let alone = Double(margins.first[i]) - counts[i].reduce(0, +)
      sum += max(0, alone) * alongRows[i] * alongRows[i]
    }
    for j in counts[0].indices {
      let alone = Double(margins.second[j]) - counts.reduce(0) { $0 + $1[j] }
      sum += max(0, alone) * alongColumns[j] * alongColumns[j]
    }
    return sum.squareRoot() / information
  }
}
