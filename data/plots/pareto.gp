# Choices of which none is better in both aims. Data: second aim, women within, bound. Numbers: people to a
# unit.
set grid xtics ytics
set key bottom left
set offsets graph 0.05, graph 0.05, graph 0.1, graph 0.1
plot 'data.tsv' using ($2 != $3 ? $1 : NaN):($2 / P[1]):($2 / P[1]):($3 / P[1]) \
    with yerrorbars pointtype 0 linewidth 3 linecolor rgb '#a9c6e3' \
    title 'not proven: as far as the bound', \
     'data.tsv' using 1:($2 / P[1]) with linespoints pointtype 7 pointsize 1 linewidth 1.5 \
         linecolor rgb best title 'best choices of sites'
