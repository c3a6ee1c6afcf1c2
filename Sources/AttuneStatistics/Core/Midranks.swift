/// The ranks of the values from 1 up; those that tie share the mean of their places.
func midranks(_ values: [Double]) -> [Double] { DistinctValues(values).midranks(of: values) }

/// How many values share each value that occurs more than once.
func tieCounts(_ values: [Double]) -> [Int] { DistinctValues(values).tieCounts }

extension DistinctValues {
  /// The ranks of the cases that these values are of.
  func midranks(of cases: [Double]) -> [Double] {
    let ranks = zip(below, counts).map { below, count in Double(below) + Double(count + 1) / 2 }
    return cases.map { value in ranks[values.firstPlace { $0 >= value }] }
  }

  var tieCounts: [Int] { counts.filter { $0 > 1 } }
}
