import Dispatch
import Synchronization

/// The results of `body` for 0 up to `count`, in that order, reckoned on `jobs` threads.
///
/// The results do not depend on the number of threads, since each depends on its number alone.
public func parallelMap<Value: Sendable>(
  count: Int, jobs: Int, _ body: @Sendable (Int) -> Value
) -> [Value] {
  if jobs <= 1 || count <= 1 { return (0..<count).map(body) }
  let next = Atomic<Int>(0)
  return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
    nonisolated(unsafe) let results = buffer
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        (results.baseAddress.unsafelyUnwrapped + index).initialize(to: body(index))
      }
    }
    filled = count
  }
}
