# Choices of which none is better in both aims. Data: second aim, women within, bound. Numbers: people to a
# unit.
set grid xtics ytics
# The key stands where the choices do not lead: they rise where less of the second aim is better.
stats 'data.tsv' using 1:2 name 'front' nooutput
stats 'data.tsv' using ($2 != $3) name 'open' nooutput
if (front_slope < 0) { set key bottom left } else { set key bottom right }
set offsets graph 0.05, graph 0.05, graph 0.1, graph 0.1
plot 'data.tsv' using ($2 != $3 ? $1 : NaN):($2 / P[1]):($2 / P[1]):($3 / P[1]) \
    with yerrorbars pointtype 0 linewidth 3 linecolor rgb '#a9c6e3' \
    title (open_sum > 0 ? 'not proven: as far as the bound' : ''), \
     'data.tsv' using 1:($2 / P[1]) with linespoints pointtype 7 pointsize 1 linewidth 1.5 \
         linecolor rgb best title 'best choices of sites'
