/// The rules of which Pods get a Dataplane.
package struct LifecycleRules: Sendable, Hashable {
  /// In which order the controller looks at a Pod (LIFE-2, LIFE-3).
  package var procedure: Procedure
  /// Whether the controller looks the Pod's Namespace up (LIFE-6).
  package var namespaceLookup: Reading
  /// How the injected annotation, `kuma.io/sidecar-injected`, is read (LIFE-1).
  package var injectedAnnotation: SwitchForm
  /// What becomes of a Pod that was evicted (LIFE-4).
  package var evicted: Evicted
  /// What becomes of a Pod whose Namespace is being deleted (LIFE-5).
  package var terminatingNamespace: TerminatingNamespace
  /// Whether the annotation of zone ingresses is read (LIFE-7).
  package var zoneIngress: Reading
  /// Whether the annotation of zone egresses is read (LIFE-7).
  package var zoneEgress: Reading
  /// What a second controller does about a Pod of which only the sidecar still runs (LIFE-9).
  package var finishedPods: FinishedPods

  /// What a second controller does about a Pod of which only the sidecar still runs.
  package enum FinishedPods: Sendable, Hashable {
    /// It deletes the Dataplane of a Job's Pod whose other containers all succeeded.
    case deletedOfJobs
    /// It deletes the Dataplane if the Pod's policy does not restart the other containers.
    case deletedByRestartPolicy
    /// It tells the sidecar to quit, and no more.
    case left
  }

  /// In which order the controller looks at a Pod.
  package enum Procedure: Sendable, Hashable {
    /// First whether it has an address and runs, and leaves it alone where not; then what it is.
    case stateFirst
    /// First what it is; then whether it has an address and runs, and deletes its Dataplane where not.
    case kindFirst
  }

  /// What becomes of an evicted Pod.
  package enum Evicted: Sendable, Hashable {
    case mapped
    case deleted
  }

  /// What becomes of a Pod whose Namespace is being deleted.
  package enum TerminatingNamespace: Sendable, Hashable {
    case notLookedAt
    case leftAlone
  }
}
