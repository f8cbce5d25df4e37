package import KubernetesObjects

extension Pod {
  /// The Pod as the API server gives it: what the mapping reads, between much that it does not. Without init containers,
  /// which the Pods of generated clusters do not have.
  package var json: String {
    """
    {"apiVersion":"v1","kind":"Pod","metadata":\(JSONText.metadata(metadata)),\
    "spec":{"containers":\(JSONText.list(spec.containers.map(\.json))),"dnsPolicy":"ClusterFirst",\
    "nodeName":\(JSONText.string(spec.nodeName)),"restartPolicy":\(JSONText.string(spec.restartPolicy)),"schedulerName":"default-scheduler",\
    \(spec.network == .host ? "\"hostNetwork\":true," : "")"securityContext":\(spec.securityContextJSON),"serviceAccountName":\(JSONText.string(spec.serviceAccountName)),\
    "terminationGracePeriodSeconds":30,\
    "volumes":[{"emptyDir":{},"name":"tmp"},{"name":"token","projected":{"defaultMode":420}}]},"status":\(status.json)}
    """
  }
}

extension PodSpec {
  fileprivate var securityContextJSON: String { runAsUser.map { #"{"runAsUser":\#($0)}"# } ?? "{}" }
}

extension PodStatus {
  fileprivate var json: String {
    let isReady = containerStatuses.allSatisfy(\.isReady)
    let conditions = [("Initialized", true), ("Ready", isReady), ("PodScheduled", true)].map { type, holds in
      #"{"lastTransitionTime":"2024-11-05T09:12:59Z","status":"\#(holds ? "True" : "False")","type":"\#(type)"}"#
    }
    return """
      {"conditions":\(JSONText.list(conditions)),"containerStatuses":\(JSONText.list(containerStatuses.map(\.json))),\
      "hostIP":"10.128.0.7","phase":\(JSONText.string(phase)),"podIP":\(JSONText.string(podIP)),\
      "podIPs":[{"ip":\(JSONText.string(podIP))}],"qosClass":"Burstable","startTime":"2024-11-05T09:12:44Z"}
      """
  }
}

extension ContainerStatus {
  fileprivate var json: String {
    let state =
      isTerminated
      ? #"{"terminated":{"exitCode":0,"finishedAt":"2024-11-05T09:12:51Z","reason":"Completed"}}"#
      : #"{"running":{"startedAt":"2024-11-05T09:12:52Z"}}"#
    return """
      {"containerID":"containerd://9f86d081884c7d65","image":"shop/\(name):2.4",\
      "name":\(JSONText.string(name)),"ready":\(isReady),"restartCount":0,"started":true,"state":\(state)}
      """
  }
}

extension Container {
  fileprivate var json: String {
    var members = [
      #""env":[{"name":"POD_IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}]"#,
      "\"image\":\"shop/\(name):2.4\"",
      #""imagePullPolicy":"IfNotPresent""#,
      "\"name\":\(JSONText.string(name))",
      #""resources":{"requests":{"cpu":"50m","memory":"64Mi"}}"#,
      #""volumeMounts":[{"mountPath":"/var/run/secrets/kubernetes.io","name":"token","readOnly":true}]"#,
    ]
    for probe in httpProbes { members.append("\"\(probe.kind.rawValue)Probe\":\(probe.json)") }
    if !ports.isEmpty { members.append("\"ports\":\(JSONText.list(ports.map(\.json)))") }
    if !restartPolicy.isEmpty { members.append("\"restartPolicy\":\(JSONText.string(restartPolicy))") }
    if let runAsUser { members.append("\"securityContext\":{\"runAsGroup\":\(runAsUser),\"runAsUser\":\(runAsUser)}") }
    return "{\(members.sorted().joined(separator: ","))}"
  }
}

extension HTTPProbe {
  fileprivate var json: String {
    """
    {"httpGet":{"path":\(JSONText.string(path)),"port":\(JSONText.port(port)),"scheme":"HTTP"},\
    "periodSeconds":5,"timeoutSeconds":3}
    """
  }
}

extension ContainerPort {
  fileprivate var json: String {
    let protocolName = JSONText.string(transportProtocol.name)
    return "{\"containerPort\":\(containerPort),\"name\":\(JSONText.string(name)),\"protocol\":\(protocolName)}"
  }
}
