import AttuneNumerics
import Dispatch
import Synchronization

/// Drawing cases again and again, with replacement, to see how far an estimate would wander.
///
/// The result depends on the seed and the number of resamples alone, not on the number of threads.
public struct Resampling: Codable, Sendable, Hashable {
  /// How many resamples.
  public var count: Int
  public var seed: UInt64
  /// Told how far drawing has come.
  package var watch = Watch()

  private enum CodingKeys: CodingKey { case count, seed }

  /// At least one resample.
  public init(count: Int = 10_000, seed: UInt64 = 1) {
    precondition(count > 0, "there is at least one resample")
    self.count = count
    self.seed = seed
  }

  /// `10000 resamples, seed 1`, for notes.
  package var note: String { "\(count) resamples, seed \(seed)" }

  /// The estimate of each resample, in their order; `nil` where it is not defined.
  package func estimates(of statistic: some ResampledStatistic) -> [Double?] {
    each(of: statistic.strata) { statistic.estimate(of: $0) }
  }

  /// What is found of the cases of each resample, so many of each stratum in turn.
  func each<Finding>(of strata: [Int], _ find: @Sendable ([Int32]) -> Finding) -> [Finding] {
    each(with: [Int32](repeating: 0, count: strata.reduce(0, +))) { generator, rows in
      generator.fill(&rows, within: strata)
      return find(rows)
    }
  }

  /// What is found of each resample, in their order, of what is drawn into `space` with a stream of its
  /// own.
  func each<Space: Sendable, Finding>(
    with space: Space, _ find: @Sendable (inout SeededGenerator, inout Space) -> Finding
  ) -> [Finding] {
    let block = 64
    let watch = watch
    let done = Atomic(0)
    return [Finding](unsafeUninitializedCapacity: count) { buffer, filled in
      // Each block writes its own part of the buffer.
      nonisolated(unsafe) let findings = buffer
      DispatchQueue.concurrentPerform(iterations: (count + block - 1) / block) { index in
        var space = space
        for resample in index * block..<min((index + 1) * block, count) {
          var generator = SeededGenerator(seed: seed, stream: UInt64(resample))
          findings.initializeElement(at: resample, to: find(&generator, &space))
        }
        let finished = min((index + 1) * block, count) - index * block
        watch.tell?(done.add(finished, ordering: .relaxed).newValue, count)
      }
      filled = count
    }
  }
}

extension Resampling {
  /// Somebody who is told how many resamples of how many are done.
  ///
  /// From time to time and from several threads. It is no part of what a resampling is: with and
  /// without, the estimates are the same.
  package struct Watch: Sendable, Hashable {
    package var tell: (@Sendable (_ done: Int, _ whole: Int) -> Void)?

    package init(tell: (@Sendable (_ done: Int, _ whole: Int) -> Void)? = nil) {
      self.tell = tell
    }

    package static func == (left: Watch, right: Watch) -> Bool { true }

    package func hash(into hasher: inout Hasher) {}
  }
}

/// A statistic that can be found for any choice of the cases it knows.
package protocol ResampledStatistic: Sendable {
  var caseCount: Int { get }

  /// How many cases in turn are drawn from among themselves: the groups of a study. All, if not told.
  var strata: [Int] { get }

  /// Where it is not defined, completing "in 3 of 99 resamples …".
  var undefinedWhere: String { get }

  /// The statistic of the cases in `rows`, from 0, repeats allowed; `nil` where it is not defined.
  func estimate(of rows: [Int32]) -> Double?
}

extension ResampledStatistic {
  package var strata: [Int] { [caseCount] }

  package var undefinedWhere: String { "everybody has the same score" }

  /// The statistic of all cases.
  var estimate: Double? { estimate(of: Array(0..<Int32(caseCount))) }
}

extension SeededGenerator {
  /// Fills `rows` with places, each drawn from its own stratum.
  fileprivate mutating func fill(_ rows: inout [Int32], within strata: [Int]) {
    guard strata.count > 1 else { return fill(&rows, below: Int32(rows.count)) }
    var start = 0
    for size in strata {
      var part = [Int32](repeating: 0, count: size)
      fill(&part, below: Int32(size))
      for (index, place) in part.enumerated() { rows[start + index] = Int32(start) + place }
      start += size
    }
  }
}
