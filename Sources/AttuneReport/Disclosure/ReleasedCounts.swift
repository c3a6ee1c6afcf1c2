/// Counts as a view shows them: hidden, rounded or exact, and none that is hidden can be worked out.
///
/// First every count from 1 up to the floor is hidden. Then, over all linked counts at once, each
/// hidden one must have another value that agrees with everything shown, for a reader who knows that
/// it is under the floor, how counts and means are rounded, and what adds up to what. Where one has
/// none, the fewest counts and means that stand against another value are hidden as well. Hiding
/// alone is not enough: in most random tables a hidden count follows by subtraction.
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
  /// Of each mean, whether it must not be printed.
  private(set) var isWithheld: [Bool]
  /// Of which counts a reader is taken to know, where they are hidden, whether they are under the
  /// floor.
  private(set) var hasKnownSize: [Bool]

  /// More than these are never hidden at once for the sake of one.
  private static let mostAtOnce = 6

  public init(_ linked: LinkedCounts, for view: ReleaseView) {
    self.view = view
    self.linked = linked
    isHidden = linked.isPrinted.map { !$0 }
    isWithheld = linked.means.map { _ in false }
    hasKnownSize = linked.isPrinted
    // Hiding more takes no other value away, so that each count needs one look.
    var waiting = linked.counts.indices.filter { Self.isSmall(linked.counts[$0], view) }
    for place in waiting where linked.isPrinted[place] { waiting += hide(place) }
    while let place = waiting.popLast() { waiting += protect(place) }
  }

  /// Hides what gives a count away; the counts that were shown until then.
  private mutating func protect(_ place: Int) -> [Int] {
    var hidden: [Int] = []
    while true {
      var others = OtherCounts(
        linked, possible: possible, isHidden: isHidden, isWithheld: isWithheld)
      if let price = others.price(for: place, atMost: Self.mostAtOnce, blurring: false)
        ?? others.price(for: place, atMost: Self.mostAtOnce, blurring: true)
      {
        for mean in price.means { isWithheld[mean] = true }
        for count in price.sizes { hasKnownSize[count] = false }
        for count in price.counts { hidden += hide(count) }
        return hidden
      }
      // Nothing short is found: all means first, then one count after the other.
      if let mean = isWithheld.firstIndex(of: false) {
        isWithheld[mean] = true
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

  /// Whether a mean may be printed.
  func shows(mean name: String) -> Bool {
    linked.means.firstIndex { $0.name == name }.map { !isWithheld[$0] } ?? true
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
