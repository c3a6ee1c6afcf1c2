/// Counts as a view shows them: hidden, rounded or exact, and none that is hidden can be worked out.
///
/// First every count from 1 up to the floor is hidden. Then, over all linked counts at once, each
/// hidden one must have another value that agrees with everything shown, for a reader who knows that
/// it is under the floor, how counts and means are rounded, and what adds up to what. Where one has
/// none, the fewest counts and means that stand against another value are hidden as well, a mean after
/// it was printed more coarsely. Hiding what is small is not enough: in most random tables a hidden
/// count follows by subtraction.
///
/// Where no hiding helps (four counts of one and their total of four, all under the floor), other
/// values are taken that are not under it: nothing tells a reader which counts are hidden for their
/// size and which for the sake of others.
///
/// - Sources: linear protection of linked tables, Fischetti & Salazar (2000),
///   doi:10.1287/mnsc.46.7.1008.12036.
public struct ReleasedCounts: Sendable {
  public enum Count: Sendable, Hashable {
    case hidden
    case shown(Int)
  }

  public let view: ReleaseView
  let linked: LinkedCounts
  private(set) var isHidden: [Bool]
  /// Of each mean, in which of its ranges it is printed; their number, where it must not be.
  private(set) var coarseness: [Int]
  /// Of which counts a reader is taken to know, where they are hidden, whether they are under the
  /// floor.
  private(set) var hasKnownSize: [Bool]

  public init(_ linked: LinkedCounts, for view: ReleaseView) {
    self.view = view
    self.linked = linked
    isHidden = linked.isPrinted.map { !$0 }
    coarseness = linked.means.map { _ in 0 }
    hasKnownSize = linked.isPrinted
    // Hiding more takes no other value away, so that each count needs one look.
    var waiting = linked.counts.indices.filter { Self.isSmall(linked.counts[$0], view) }
    for place in waiting where linked.isPrinted[place] { waiting += hide(place) }
    var isSafe = linked.counts.map { _ in false }
    while let place = waiting.popLast() {
      if !isSafe[place] { waiting += protect(place, &isSafe) }
    }
  }

  /// Hides what gives a count away; the counts that were shown until then.
  ///
  /// The counts that are others beside it cannot be worked out either.
  private mutating func protect(_ place: Int, _ isSafe: inout [Bool]) -> [Int] {
    var hidden: [Int] = []
    while true {
      var others = OtherCounts(
        linked, possible: possible, isHidden: isHidden, coarseness: coarseness)
      if let found = others.find(for: place, blurring: false)
        ?? others.find(for: place, blurring: true)
      {
        for (mean, coarser) in found.means { coarseness[mean] = coarser }
        for count in found.sizes { hasKnownSize[count] = false }
        for count in found.counts { hidden += hide(count) }
        for count in found.changed { isSafe[count] = true }
        return hidden
      }
      // Nothing short is found: all means first, then one count after the other.
      if coarseness.indices.contains(where: { !isWithheld($0) }) {
        coarseness = linked.means.map(\.ranges.count)
        continue
      }
      let beside = linked.sumsOfCount[place].flatMap { sum in
        linked.sums[sum].parts + [linked.sums[sum].total]
      }.filter { !isHidden[$0] }
      guard
        let next = beside.min(by: { linked.counts[$0] < linked.counts[$1] })
          ?? isHidden.firstIndex(of: false)
      else { return hidden }
      hidden += hide(next)
    }
  }

  /// Hides a count and what is printed only with it; those of them that were shown.
  private mutating func hide(_ place: Int) -> [Int] {
    var shown: [Int] = []
    var next = [place]
    while let place = next.popLast() {
      guard !isHidden[place] else { continue }
      isHidden[place] = true
      shown.append(place)
      for row in linked.rows where row.contains(place) { next += row }
    }
    return shown
  }

  public subscript(name: String) -> Count {
    let place = linked.place(of: name)
    return isHidden[place] ? .hidden : .shown(view.shown(linked.counts[place]))
  }

  private func isWithheld(_ mean: Int) -> Bool {
    coarseness[mean] == linked.means[mean].ranges.count
  }

  /// In which of its ranges a mean may be printed; `nil` where it must not be.
  func coarseness(ofMean name: String) -> Int? {
    guard let mean = linked.means.firstIndex(where: { $0.name == name }) else { return 0 }
    return isWithheld(mean) ? nil : coarseness[mean]
  }

  public var hiddenNames: [String] {
    linked.names.filter {
      self[$0] == .hidden && linked.isPrinted[linked.place(of: $0)]
    }
  }

  /// What a reader who knows the rules knows of each count.
  var possible: [ClosedRange<Int>] {
    linked.counts.indices.map { place in
      let count = linked.counts[place]
      guard isHidden[place] else { return view.possible(seeing: count) }
      // Hidden for its size; hidden for the sake of others, or not printed, it may be anything.
      return hasKnownSize[place] && Self.isSmall(count, view)
        ? 1...(view.floor - 1) : 0...(1 << 40)
    }
  }

  private static func isSmall(_ count: Int, _ view: ReleaseView) -> Bool {
    (1..<view.floor).contains(count)
  }
}
