/// The rules of the webhook that validates Pods, whether they are injected or not.
package struct PodValidationRules: Sendable, Hashable {
  /// Whether there is the webhook and it refuses a Pod with the label of the workload (REFUSE-1).
  package var workloadLabel: Presence
  /// Whether the setting that holds a namespace to one mesh is read (REFUSE-2).
  package var meshesPerNamespace: Reading
}
