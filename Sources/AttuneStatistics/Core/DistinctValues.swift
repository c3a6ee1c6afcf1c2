/// The values of a score in rising order, each once, and how many cases have each.
///
/// Answers and sums of answers take few values, and what is asked of ranks is quicker asked of
/// these than of the cases. No value is NaN.
struct DistinctValues {
  let values: [Double]
  /// Of each value; at least one.
  let counts: [Int]

  /// More than this and the cases are sorted as they are.
  private static let few = 64

  init(_ cases: [Double]) {
    var (values, counts): ([Double], [Int]) = ([], [])
    for value in cases {
      let place = values.firstPlace { $0 >= value }
      if place < values.count, values[place] == value {
        counts[place] += 1
        continue
      }
      guard values.count < Self.few else {
        self = DistinctValues(sorted: cases.sorted())
        return
      }
      values.insert(value, at: place)
      counts.insert(1, at: place)
    }
    self = DistinctValues(values: values, counts: counts)
  }

  private init(values: [Double], counts: [Int]) {
    (self.values, self.counts) = (values, counts)
  }

  private init(sorted: [Double]) {
    var (values, counts): ([Double], [Int]) = ([], [])
    for value in sorted {
      if value == values.last {
        counts[counts.count - 1] += 1
      } else {
        values.append(value)
        counts.append(1)
      }
    }
    (self.values, self.counts) = (values, counts)
  }

  /// The cases in rising order.
  var sorted: [Double] {
    zip(values, counts).flatMap { repeatElement($0, count: $1) }
  }

  /// How many cases lie below each value; at the end, how many there are.
  var below: [Int] {
    counts.reduce(into: [0]) { sums, count in sums.append(sums[sums.count - 1] + count) }
  }
}

extension [Double] {
  /// The first place from which on `isReached` holds; it does not hold before.
  func firstPlace(where isReached: (Double) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
