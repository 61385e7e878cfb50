{{- define "heed.name" -}}
{{- if contains "heed" .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-heed" .Release.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "heed.selector" -}}
app.kubernetes.io/name: heed
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "heed.labels" -}}
{{ include "heed.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- /* An ingress: what of the values, a name, a port. */ -}}
{{- define "heed.ingress" -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: {{ .name }}
  labels:
    {{- include "heed.labels" .root | nindent 4 }}
  {{- with .of.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .of.className }}
  ingressClassName: {{ . }}
  {{- end }}
  {{- with .of.tlsSecret }}
  tls:
    - hosts: [{{ $.of.host | quote }}]
      secretName: {{ . }}
  {{- end }}
  rules:
    - host: {{ .of.host | quote }}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: {{ include "heed.name" .root }}
                port:
                  name: {{ .port }}
{{- end }}
