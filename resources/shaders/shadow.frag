in vec2 vFromFoot;
flat in vec2 vHalf;
out vec4 colour;

uniform float uSoft;
uniform float uStrength;

void main() {
    float away = length(max(abs(vFromFoot) - vHalf, vec2(0.0))) / uSoft;
    float dark = 1.0 - min(away, 1.0);
    colour = vec4(vec3(0.0), dark * dark * uStrength);
}
