import AttuneInstrument
import AttuneSession
import AttuneStore
import AttuneTables

/// Where people skip and where they stop: questions are blamed, not people.
///
/// It reads journals without walking them again, so that a large study is quick to look at.
struct QuestionTrouble {
  private struct Counts {
    var skipped = 0
    var unwilling = 0
    var unsure = 0
    var stoppedAfter = 0
  }

  /// Fewer people than these are never shown as a number of their own.
  static let fewest = 5

  private var counts: [String: Counts] = [:]
  private let people: Int

  init(_ sessions: [KeptSession]) {
    people = sessions.count
    for session in sessions {
      var latest: [String: Answer] = [:]
      var last: String?
      for case .answered(let item, let answer) in session.events {
        latest[item] = answer
        last = item
      }
      for (item, answer) in latest {
        guard case .missing(let reason) = answer else { continue }
        switch reason {
        case .skipped: counts[item, default: Counts()].skipped += 1
        case .preferNotToSay: counts[item, default: Counts()].unwilling += 1
        case .notSure: counts[item, default: Counts()].unsure += 1
        case .doesNotApply, .notShown, .notReached, .notChosen: break
        }
      }
      guard [.kept, .setAside, .paused].contains(session.state), let last else { continue }
      counts[last, default: Counts()].stoppedAfter += 1
    }
  }

  /// `nil` where too few people answered for any count to be shown.
  func table(for instrument: Instrument, smallestGroup: Int) -> Table? {
    guard people >= smallestGroup else { return nil }
    let rows: [[Cell]] = instrument.items.compactMap { item in
      guard let counts = counts[item.name] else { return nil }
      let all = [counts.skipped, counts.unwilling, counts.unsure, counts.stoppedAfter]
      guard all.contains(where: { $0 >= Self.fewest }) else { return nil }
      return [.text(item.name)] + all.map(Self.cell)
    }
    return Table(
      "questions", title: "Where people skip or stop",
      columns: [
        Column("item", "item", .text), Column("skipped", "skipped", .count),
        Column("prefer_not_to_say", "rather not say", .count),
        Column("not_sure", "not sure", .count),
        Column("stopped_after", "stopped after it", .count),
      ],
      rows: rows,
      notes: [
        (rows.isEmpty ? "No question stands out. " : "")
          + "Fewer than \(Self.fewest) are not shown. What many people skip may be the question's fault."
      ])
  }

  private static func cell(_ count: Int) -> Cell {
    count == 0 || count >= fewest ? .count(count) : .unavailable("fewer than \(fewest)")
  }
}
