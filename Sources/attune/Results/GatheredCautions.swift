import AttuneTables

extension [Caution] {
  /// Each once; of a kind that many share, the first three and how many more.
  var gathered: [Caution] {
    var gathered: [Caution] = []
    var counts: [String: Int] = [:]
    for caution in self where !gathered.contains(caution) {
      counts[caution.id, default: 0] += 1
      if counts[caution.id, default: 0] <= 3 { gathered.append(caution) }
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count > 3 {
      gathered.append(
        Caution("more-\(id)", "The same holds for \(count - 3) more (\(id)); see the table."))
    }
    return gathered
  }
}
