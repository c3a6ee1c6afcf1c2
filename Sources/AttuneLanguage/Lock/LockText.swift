/// A `.lock` file for `lock`, in the language's lines.
///
/// It compiles to `lock` again.
public func lockText(for lock: InstrumentLock) -> String {
  let head = [
    "# What was agreed before data were seen. attune freeze wrote it; please leave it as it is.",
    "lock of \(lock.name)",
    "  version: \(lock.version)",
    "  frozen on: \(lock.frozenOn)",
    "  meaning: \(lock.meaning)",
    "  questions: \(lock.questions)",
    "  analysis: \(lock.analysis)",
    "  plans: \(lock.plansFingerprint)",
  ]
  let plans = lock.plans.map { "  plan \($0.name): \($0.fingerprint)" }
  return (head + plans).map { $0 + "\n" }.joined()
}
