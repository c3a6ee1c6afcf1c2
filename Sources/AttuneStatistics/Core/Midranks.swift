/// The ranks of the values from 1 up; those that tie share the mean of their places.
func midranks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { values[$0] < values[$1] }
  var ranks = Array(repeating: 0.0, count: values.count)
  var first = 0
  while first < order.count {
    var last = first
    while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
    for place in first...last { ranks[order[place]] = Double(first + last) / 2 + 1 }
    first = last + 1
  }
  return ranks
}

/// How many values share each value that occurs more than once.
func tieCounts(_ values: [Double]) -> [Int] {
  Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +).values.filter { $0 > 1 }
}
