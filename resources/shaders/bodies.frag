in vec2 vUv;
in vec3 vColour;
flat in vec2 vHalf;
flat in vec4 vLine;
flat in vec2 vFailed;
out vec4 colour;

uniform float uMirror;

void main() {
    vec2 scale = 1.0 / max(fwidth(vUv), vec2(1e-6)); // pixels a metre
    vec2 away = (vHalf - abs(vUv)) * scale;
    float line = 1.0 - clamp(min(away.x, away.y) - 0.4, 0.0, 1.0);
    vec3 c = mix(vColour, vLine.rgb, line * vLine.a * max(uMirror, 0.25));
    // Down: a cross from corner to corner over what is large, stripes over what is small.
    vec2 place = vUv / vHalf;
    float aside = abs(abs(place.x) - abs(place.y)) * min(vHalf.x * scale.x, vHalf.y * scale.y) * 0.7;
    float cross = max(1.0 - clamp(aside - 1.0, 0.0, 1.0), max(line, 0.10));
    float stripe = abs(fract((gl_FragCoord.x + gl_FragCoord.y) * 0.125) - 0.5) * 2.0;
    float hatch = 0.25 + 0.75 * clamp((stripe - 0.35) * 6.0, 0.0, 1.0);
    c = mix(c, uFailed, max(vFailed.x * cross, vFailed.y * hatch) * max(uMirror, 0.3));
    colour = vec4(c, 1.0);
}
