/// Counts as a view shows them: hidden, rounded or exact, and none that is hidden can be worked out.
///
/// First every count from 1 up to the floor is hidden. Then, over all linked counts at once, each
/// hidden one must have another value that agrees with everything shown, for a reader who knows that
/// it is under the floor, how counts are rounded, and what adds up to what. While one has none, the
/// smallest count shown beside it in a sum is hidden as well. Hiding alone is not enough: in most
/// random tables a hidden count follows by subtraction.
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
  private let isHidden: [Bool]

  public init(_ linked: LinkedCounts, for view: ReleaseView) {
    self.view = view
    self.linked = linked
    var isHidden = linked.counts.indices.map {
      !linked.isPrinted[$0] || Self.isSmall(linked.counts[$0], view)
    }
    while let place = Self.givenAway(linked, isHidden, view) {
      let beside = linked.sumsOfCount[place].flatMap { sum in
        linked.sums[sum].parts + [linked.sums[sum].total]
      }.filter { !isHidden[$0] }
      // Zeros are the last to go: they give the least away.
      guard
        let next = beside.min(by: { left, right in
          let (a, b) = (linked.counts[left], linked.counts[right])
          return a == 0 || b == 0 ? a > b : (a, left) < (b, right)
        }) ?? isHidden.firstIndex(of: false)
      else { break }
      isHidden[next] = true
    }
    self.isHidden = isHidden
  }

  public subscript(name: String) -> Count {
    let place = linked.place(of: name)
    return isHidden[place] ? .hidden : .shown(view.shown(linked.counts[place]))
  }

  public var hiddenNames: [String] {
    linked.names.filter {
      self[$0] == .hidden && linked.isPrinted[linked.place(of: $0)]
    }
  }

  /// What a reader who knows the rules knows of each count.
  static func possible(
    _ linked: LinkedCounts, _ isHidden: [Bool], _ view: ReleaseView
  ) -> [ClosedRange<Int>] {
    linked.counts.indices.map { place in
      let count = linked.counts[place]
      guard isHidden[place] else { return view.possible(seeing: count) }
      // Hidden for its size; hidden for the sake of others, or not printed, it may be anything.
      return linked.isPrinted[place] && isSmall(count, view)
        ? 1...(view.floor - 1) : 0...(1 << 40)
    }
  }

  private static func isSmall(_ count: Int, _ view: ReleaseView) -> Bool {
    (1..<view.floor).contains(count)
  }

  private static func givenAway(
    _ linked: LinkedCounts, _ isHidden: [Bool], _ view: ReleaseView
  ) -> Int? {
    var others = OtherCounts(linked, possible: possible(linked, isHidden, view))
    return linked.counts.indices.first { place in
      isHidden[place] && (linked.isPrinted[place] || isSmall(linked.counts[place], view))
        && !others.exist(for: place)
    }
  }
}
