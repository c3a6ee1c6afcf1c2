/// The ranks of the values from 1 up; those that tie share the mean of their places.
func midranks(_ values: [Double]) -> [Double] {
  let distinct = DistinctValues(values)
  let ranks = zip(distinct.below, distinct.counts).map { below, count in
    Double(below) + Double(count + 1) / 2
  }
  return values.map { value in ranks[distinct.values.firstPlace { $0 >= value }] }
}

/// How many values share each value that occurs more than once.
func tieCounts(_ values: [Double]) -> [Int] {
  DistinctValues(values).counts.filter { $0 > 1 }
}
