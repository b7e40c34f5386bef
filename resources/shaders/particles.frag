flat in vec3 vColour;
flat in float vStrength;
out vec4 colour;

uniform vec3 uDot;

void main() {
    float away = length(gl_PointCoord * 2.0 - 1.0);
    float core = 1.0 - smoothstep(0.22, 0.44, away);
    float halo = max(0.0, 1.0 - away);
    halo *= halo * 0.40;
    float a = max(core, halo) * vStrength;
    vec3 c = mix(mix(vColour, uDot, 0.25), uDot, core);
    colour = vec4(c * a, a * mix(1.0, max(core, 0.45), uGlow));
}
