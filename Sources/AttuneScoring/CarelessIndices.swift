public import AttuneInstrument

/// Signs that answers were given without reading: numbers about answers, never about a person.
///
///     long string   = the longest run of one answer, over the scale questions in their order
///     both ways     = the mean, over constructs with reversed items, of the distance between the
///                     mean of the reversed items and that of the others, as a share of the range
///     variability   = the standard deviation of all of a person's answers on scales
///
/// A run is flagged from half of the scale questions on, and from 10; `both ways` from one half.
/// People may honestly give one answer throughout, and answers given at random look like others, so
/// that a flag proves nothing and its absence neither. Results are told with and without.
///
/// - Sources: long string, Johnson (2005), doi:10.1016/j.jrp.2004.09.009; variability, Dunn et al.
///   (2018), doi:10.1007/s10869-016-9479-0; half as a cut, Curran (2016),
///   doi:10.1016/j.jesp.2015.07.006.
public struct CarelessIndices: Sendable, Hashable {
  public let longString: Int
  /// `nil` where no construct has answers both ways round.
  public let bothWays: Double?
  /// `nil` under two answers.
  public let variability: Double?
  /// From how long a run on it is flagged.
  public let flaggedRun: Int

  public var hasLongString: Bool { longString >= flaggedRun }
  public var goesBothWays: Bool { (bothWays ?? 0) >= 0.5 }
  public var isFlagged: Bool { hasLongString || goesBothWays }

  public init(of submission: Submission, in instrument: Instrument) {
    let form = submission.form.flatMap { name in instrument.forms.first { $0.name == name } }
    let items = instrument.items.filter { item in
      item.scale != nil && form?.items.contains(item.name) ?? true
        && item.wording(for: submission.role) != nil
    }
    func answer(_ name: String) -> Double? { submission.answers[name]?.value?.number }
    flaggedRun = max(10, (items.count + 1) / 2)
    longString = Self.longestRun(items.map { item in answer(item.name).map { (item.scale, $0) } })
    let answers = items.compactMap { answer($0.name) }
    let mean = answers.reduce(0, +) / Double(max(1, answers.count))
    let squares = answers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    variability =
      answers.count > 1 ? (squares / Double(answers.count - 1)).squareRoot() : nil

    let distances = instrument.constructs.compactMap { construct -> Double? in
      guard !construct.isComposite, !construct.isIndex else { return nil }
      func meanShare(reversed: Bool) -> Double? {
        let shares = construct.uses.filter { $0.isReversed == reversed }.compactMap { use in
          instrument.item(named: use.name)?.declaredRange.flatMap { range in
            answer(use.name).map { value in
              let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
              return reversed ? 1 - share : share
            }
          }
        }
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
      }
      guard let plain = meanShare(reversed: false), let turned = meanShare(reversed: true) else {
        return nil
      }
      return abs(plain - turned)
    }
    bothWays = distances.isEmpty ? nil : distances.reduce(0, +) / Double(distances.count)
  }

  /// A question without an answer neither ends a run nor adds to it; another scale ends it.
  private static func longestRun(_ answers: [(scale: String?, value: Double)?]) -> Int {
    var (longest, run) = (0, 0)
    var last: (scale: String?, value: Double)?
    for case let answer? in answers {
      run = last.map { $0 == answer } ?? false ? run + 1 : 1
      last = answer
      longest = max(longest, run)
    }
    return longest
  }
}
