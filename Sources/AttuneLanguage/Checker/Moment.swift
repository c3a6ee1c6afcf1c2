import AttuneDiagnostics
import AttuneInstrument

/// A place in the order of asking: before the information, in the order of the file, after the
/// review.
struct Moment: Comparable {
  let part: Int
  let offset: Int

  init(_ place: Section.Place?, _ heading: Heading) {
    part =
      switch place {
      case .beforeInformation: 0
      case nil: 1
      case .afterReview: 2
      }
    offset = heading.range.lower
  }

  static func < (left: Moment, right: Moment) -> Bool {
    (left.part, left.offset) < (right.part, right.offset)
  }
}

extension Scope {
  func moment(of item: ItemBlock) -> Moment {
    Moment(section(of: item)?.place?.value, item.heading)
  }
}
