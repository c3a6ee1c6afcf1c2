/// The name among `candidates` that `word` was most likely meant to be.
///
/// Restricted Damerau-Levenshtein distance (Damerau 1964, doi:10.1145/363958.363994), capitals
/// folded, at most a third of the word's length and at least one slip; ties go to the first. A
/// single letter is nearest to nothing.
public func nearestName(to word: String, among candidates: some Sequence<String>) -> String? {
  guard word.count > 1 else { return nil }
  let limit = max(1, word.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates where abs(candidate.count - word.count) <= limit {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The number of insertions, deletions, substitutions and swaps of neighbours between two words.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var rows = [[Int](), Array(repeating: 0, count: b.count + 1), Array(0...b.count)]
  for i in a.indices {
    rows = [rows[1], rows[2], [i + 1]]
    for j in b.indices {
      var cost = min(rows[1][j + 1] + 1, rows[2][j] + 1, rows[1][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[0][j - 1] + 1) }
      rows[2].append(cost)
    }
  }
  return rows[2][b.count]
}
