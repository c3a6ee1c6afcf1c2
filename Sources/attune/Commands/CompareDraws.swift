import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// What is found by drawing people again, as many times as were asked for; a terminal shows how far.
  func drawing<Found>(_ find: (Resampling) throws -> Found) rethrows -> Found {
    let progress = ResampleProgress()
    defer { progress.finish() }
    var resampling = Resampling(count: tests.resampleCount, seed: seed)
    resampling.watch = progress.watch
    return try find(resampling)
  }

  /// Below a table with an effect size that has an interval by resampling alone.
  static let takesResamples = "For intervals of all of these: --test resampled-effects."

  /// What makes the same draws again, where any were drawn.
  func drawingSettings(_ isDrawn: Bool) -> [Results.Setting] {
    isDrawn
      ? [.init("resamples", .count(tests.resampleCount)), .init("seed", .text("\(seed)"))] : []
  }
}
